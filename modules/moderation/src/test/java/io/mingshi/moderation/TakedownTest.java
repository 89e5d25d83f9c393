package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TakedownTest {
    private static final String TAKEDOWNS = "/api/moderation/takedowns";
    private static final String REPORTS = "/api/moderation/reports";

    @Inject
    @DataSource("moderation")
    AgroalDataSource database;

    @Test
    @Requirement("DSP-10.6")
    void oneDeedTakesDownExplainsReportsAndProposesARule() {
        String work = Gateway.recorded(Gateway.id("alice"), Instant.now());
        Map<String, Object> order = order(work, "shows what is prohibited");
        order.put("rule", Map.of("category", "A.1-8", "term", "伪造下架证明"));
        JsonPath done = known("rita", order).statusCode(201).extract().jsonPath();

        String told = Topic.of("moderation").await(event -> event.contains("TakedownOrdered") && event.contains(work));
        JsonPath data = JsonPath.from(told).setRootPath("data");
        assertThat(data.getString("decision")).isEqualTo(done.getString("decision"));
        assertThat(data.getString("contentHash")).isEqualTo(Sha256.of(work));
        assertThat(data.getString("watermark")).isEqualTo("00112233445566ff");
        assertThat(data.getString("fingerprint")).hasSize(64);
        as("alice")
                .get("/api/moderation/statements/" + done.getString("statement"))
                .then()
                .statusCode(200)
                .body("restriction", equalTo("TAKEDOWN"))
                .body("work", equalTo(work))
                .body("ground.article", equalTo("DSP-6"))
                .body("facts", equalTo("shows what is prohibited"));
        as("olga").get("/api/moderation/library/proposals").then().body("id", hasItem(done.getString("proposal")));
        awaitReport(done.getString("report"), "RECEIPTED");
        report(done.getString("report"), "receipt", notNullValue());
        Topic.of("moderation")
                .await(event -> event.contains("ReportReceipted") && event.contains(done.getString("report")));
        as("rita").body(order).post(TAKEDOWNS).then().statusCode(409).body("code", equalTo("ALREADY_TAKEN_DOWN"));
    }

    @Test
    void aFailedPartLeavesNothingOfTheDeed() {
        String work = Gateway.recorded(Gateway.someone(), Instant.now());
        Map<String, Object> order = order(work, "shows what is prohibited");
        order.put("rule", Map.of("category", "A.9-9", "term", "伪造"));
        known("rita", order).statusCode(400).body("code", equalTo("CATEGORY_UNKNOWN"));
        as("rita").get(TAKEDOWNS).then().statusCode(200).body("work", not(hasItem(work)));
    }

    @Test
    void aPolicyThatAsksForNoReportGetsNone() {
        String work = Gateway.recorded(Gateway.someone(), Instant.now());
        Map<String, Object> order = order(work, "a face without consent");
        order.put("policy", "CONSENT_OF_THE_DEPICTED");
        known("rita", order).statusCode(201).body("report", nullValue());
    }

    @Test
    void nobodyTakesDownAnOwnWorkAndNoneThatIsUnknown() {
        String work = Gateway.recorded(Gateway.id("rita"), Instant.now());
        known("rita", order(work, "mine")).statusCode(403).body("code", equalTo("OWN_ITEM"));
        as("rita")
                .body(order("W-none", "x"))
                .post(TAKEDOWNS)
                .then()
                .statusCode(404)
                .body("code", equalTo("WORK_UNKNOWN"));
        as("alice").body(order(work, "x")).post(TAKEDOWNS).then().statusCode(403);
    }

    @Test
    void aTakedownIsTakenBackByTwoPeople() {
        String work = Gateway.recorded(Gateway.someone(), Instant.now());
        String decision = known("rita", order(work, "a mistake")).extract().path("decision");
        Map<String, Object> reasons =
                Map.of("policy", "PROHIBITED_CONTENT", "reason", "it shows nothing", "evidence", List.of("seen again"));
        String deed = as("rita")
                .body(reasons)
                .post(TAKEDOWNS + "/" + decision + "/revocation")
                .then()
                .statusCode(202)
                .extract()
                .path("deed");
        SanctionTest.decide("rita", deed, true).statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        SanctionTest.decide("olga", deed, true).statusCode(204);
        Topic.of("moderation").await(event -> event.contains("TakedownRevoked") && event.contains(work));
        as("rita")
                .body(reasons)
                .post(TAKEDOWNS + "/" + decision + "/revocation")
                .then()
                .statusCode(409)
                .body("code", equalTo("TAKEDOWN_REVOKED"));
        known("rita", order(work, "down again")).statusCode(201);
    }

    @Test
    void anUpheldAppealTakesTheDecisionBack() {
        String person = Gateway.someone();
        String work = Gateway.recorded(person, Instant.now());
        String statement = known("rita", order(work, "a mistake")).extract().path("statement");
        appealed(person, statement);
        Topic.of("moderation").await(event -> event.contains("TakedownRevoked") && event.contains(work));

        String sanction = SanctionTest.impose("rita", SanctionTest.wanted(person, "SUSPENSION"))
                .extract()
                .path("sanction");
        appealed(person, "S-" + sanction);
        String told =
                Topic.of("moderation").await(event -> event.contains("SanctionEnded") && event.contains(sanction));
        assertThat(JsonPath.from(told).getString("data.cause")).isEqualTo("APPEAL_UPHELD");
        SanctionTest.standing(person).body("kind", nullValue());
    }

    @Test
    void aRefusalWhoseAppealIsUpheldCountsAgainstNobody() {
        String person = Gateway.someone();
        Instant now = Instant.now();
        String wrong = Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(30));
        SanctionTest.awaitStatement(wrong);
        appealed(person, "R-" + wrong);
        String work = Gateway.recorded(Gateway.id("rita"), now);
        known("rita", order(work, "mine")).statusCode(403);
        Gateway.tell(new ComplaintResolved(
                "T-appeal-R-" + wrong, new ProduceId(work), true, true, new PersonId("officer"), Instant.now()));
        awaitTakedown(work);
        SanctionTest.awaitStatement(Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(20)));
        SanctionTest.awaitStatement(Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(10)));
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> SanctionTest.standing(person).body("kind", nullValue()));
    }

    @Test
    void aComplaintThatLedToATakedownIsExplainedToTheOwner() {
        String work = Gateway.recorded(Gateway.id("rita"), Instant.now());
        known("rita", order(work, "mine")).statusCode(403);
        Gateway.tell(new ComplaintResolved(
                "T-7-" + work, new ProduceId(work), true, true, new PersonId("officer"), Instant.now()));
        awaitTakedown(work);
        as("rita")
                .get("/api/moderation/mine")
                .then()
                .body("statements.find { it.work == '" + work + "' }.detected", equalTo("BY_COMPLAINT"))
                .body("statements.find { it.work == '" + work + "' }.ground.policy", equalTo("RIGHTS_OF_OTHERS"));
    }

    @Test
    void aComplaintThatAnOfficerUpheldAboutAnOwnWorkIsFollowedHereToo() {
        String owner = Gateway.id("olga");
        String work = Gateway.recorded(owner, Instant.now());
        Gateway.tell(new ComplaintResolved(
                "T-own-" + work, new ProduceId(work), true, true, new PersonId(owner), Instant.now()));
        awaitTakedown(work);
        String told = Topic.of("moderation").await(event -> event.contains("TakedownOrdered") && event.contains(work));
        assertThat(JsonPath.from(told).getString("data.by")).isEqualTo("platform");
    }

    @Test
    void aComplaintThatArrivesBeforeItsWorkWaitsAndOneAboutNoWorkIsPassedBy() {
        String ticket = "T-early-" + UUID.randomUUID();
        String work = "W-" + UUID.randomUUID();
        var officer = new PersonId("officer");
        Gateway.tell(new ComplaintResolved(
                ticket,
                new ProduceId("W-none-at-all"),
                true,
                true,
                officer,
                Instant.now().minusSeconds(3_600)));
        Gateway.tell(new ComplaintResolved(ticket, new ProduceId(work), true, true, officer, Instant.now()));
        Gateway.recorded(work, Gateway.someone(), Instant.now());
        awaitTakedown(work);
    }

    @Test
    void anAuthorityThatFailsIsTriedAgainUntilItsOwnReceiptIsHere() {
        for (String trouble : List.of("第一次断续", "第一次超时", "第一次重号")) {
            String report = ordered(trouble);
            awaitReport(report, "RECEIPTED");
            report(report, "attempts", greaterThan(1));
        }
        assertThat(as("rita").get(REPORTS).jsonPath().getList("reports.findAll { it.receipt }.receipt"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aReportWithoutAReceiptIsOverdueInListMetricsAndHealth() throws SQLException {
        String broken = ordered("一直故障");
        awaitReport(broken, "RETRYING");
        report(broken, "lastProblem", equalTo("the authority answers 503"));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update report set due = now() - interval '1 hour' where number = ?")) {
            statement.setString(1, broken);
            statement.executeUpdate();
        }
        awaitReport(broken, "OVERDUE");
        as("ines").get(REPORTS).then().body("overdue", greaterThan(0));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("mingshi_moderation_reports_overdue [1-9]"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'reports to the authority' }.data.overdue", greaterThan(0));
    }

    private static void appealed(String person, String statement) {
        Gateway.tell(new AppealDecided(
                "T-appeal-" + statement,
                statement,
                new PersonId(person),
                true,
                new PersonId("another-officer"),
                Instant.now()));
    }

    private static String ordered(String reason) {
        String work = Gateway.recorded(Gateway.someone(), Instant.now());
        return known("rita", order(work, reason)).statusCode(201).extract().path("report");
    }

    /// Orders once the work is known here.
    private static ValidatableResponse known(String by, Map<String, Object> order) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> as(by).body(order).post(TAKEDOWNS), answer -> answer.statusCode() != 404)
                .then();
    }

    private static Map<String, Object> order(String work, String reason) {
        return new HashMap<>(Map.of(
                "work",
                work,
                "policy",
                "PROHIBITED_CONTENT",
                "reason",
                reason,
                "evidence",
                List.of("the work itself")));
    }

    private static void awaitTakedown(String work) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("rita").get(TAKEDOWNS).then().body("work", hasItem(work)));
    }

    private static void awaitReport(String report, String state) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> report(report, "state", equalTo(state)));
    }

    private static void report(String report, String field, org.hamcrest.Matcher<?> matcher) {
        as("rita")
                .get(REPORTS)
                .then()
                .statusCode(200)
                .body("reports.find { it.report == '" + report + "' }." + field, matcher);
    }
}

package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SanctionTest {
    private static final String SANCTIONS = "/api/moderation/sanctions";
    private static final String DEEDS = "/api/moderation/deeds";

    @Test
    @Requirement("DSP-10.5")
    void everyStepOfTheLadderHasReasonEvidenceAndAnAppealAndTheSeverestCounts() {
        String person = Gateway.someone();
        standing(person).body("kind", nullValue());
        for (String kind : List.of("WARNING", "RESTRICTION", "SUSPENSION")) {
            impose("rita", wanted(person, kind))
                    .statusCode(201)
                    .body("reason", equalTo("spread rumours"))
                    .body("evidence", hasItem("ticket T-1"))
                    .body("inForce", equalTo(true))
                    .body("appeal", containsString("/me/decisions?statement=S-"));
            standing(person).body("kind", equalTo(kind));
        }
        JsonPath deed = impose("rita", wanted(person, "CLOSURE"))
                .statusCode(202)
                .extract()
                .jsonPath();
        standing(person).body("kind", equalTo("SUSPENSION"));
        decide("ron", deed.getString("deed"), true).statusCode(204);
        standing(person).body("kind", equalTo("CLOSURE")).body("until", nullValue());
        String closure = as("rita")
                .get(SANCTIONS + "?person=" + person)
                .jsonPath()
                .getString("find { it.kind == 'CLOSURE' }.sanction");
        given().auth()
                .oauth2(Tokens.ofService())
                .get("/api/moderation/decisions/S-" + closure)
                .then()
                .statusCode(200)
                .body("decidedBy", equalTo(Gateway.id("rita")))
                .body("second", equalTo(Gateway.id("ron")));

        String told = Topic.of("moderation")
                .await(event ->
                        event.contains("SanctionImposed") && event.contains(person) && event.contains("CLOSURE"));
        assertThat(JsonPath.from(told).getList("data.evidence", String.class)).contains("ticket T-1");
        Topic.of("moderation").await(event -> event.contains("StatementIssued") && event.contains(person));
    }

    @Test
    void aClosureAndALiftingNeedASecondPerson() {
        String person = Gateway.someone();
        String closure = impose("rita", wanted(person, "CLOSURE")).extract().path("deed");
        impose("ron", wanted(person, "CLOSURE")).statusCode(409).body("code", equalTo("DEED_WAITS"));
        as("olga").get(DEEDS).then().statusCode(200).body("deed", hasItem(closure));
        decide("rita", closure, true).statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        decide("ron", closure, false).statusCode(204);
        decide("olga", closure, true).statusCode(409).body("code", equalTo("DEED_DECIDED"));
        standing(person).body("kind", nullValue());

        String sanction = impose("rita", wanted(person, "SUSPENSION")).extract().path("sanction");
        String lifting = lift("rita", sanction).statusCode(202).extract().path("deed");
        standing(person).body("kind", equalTo("SUSPENSION"));
        decide("rita", lifting, true).statusCode(403);
        decide("ron", lifting, true).statusCode(204);
        standing(person).body("kind", nullValue());
        lift("ron", sanction).statusCode(409).body("code", equalTo("SANCTION_OVER"));
        String told = Topic.of("moderation").await(event -> event.contains("SanctionEnded") && event.contains(person));
        assertThat(JsonPath.from(told).getString("data.cause")).isEqualTo("LIFTED");
    }

    @Test
    void nobodyDecidesAboutThemselves() {
        impose("rita", wanted(Gateway.id("rita"), "WARNING")).statusCode(403).body("code", equalTo("OWN_ITEM"));
        String closure = impose("rita", wanted(Gateway.id("ron"), "CLOSURE"))
                .statusCode(202)
                .extract()
                .path("deed");
        decide("ron", closure, true).statusCode(403).body("code", equalTo("OWN_ITEM"));
        decide("olga", closure, false).statusCode(204);
    }

    @Test
    void aSanctionEndsByItselfAndIsThenToldOf() {
        String person = Gateway.someone();
        Map<String, Object> wanted = wanted(person, "SUSPENSION");
        wanted.put("until", Instant.now().plusSeconds(3).toString());
        impose("rita", wanted).statusCode(201);
        standing(person).body("kind", equalTo("SUSPENSION"));
        String told = Topic.of("moderation").await(event -> event.contains("SanctionEnded") && event.contains(person));
        assertThat(JsonPath.from(told).getString("data.cause")).isEqualTo("EXPIRED");
        standing(person).body("kind", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"person", "kind", "policy", "reason", "evidence", "until"})
    void aSanctionWithoutOneOfItsPartsIsRefused(String missing) {
        Map<String, Object> wanted = wanted(Gateway.someone(), "SUSPENSION");
        wanted.remove(missing);
        impose("rita", wanted).statusCode(400);
    }

    @Test
    void aSanctionThatIsTooLongOrAlreadyOverIsRefused() {
        for (Instant until :
                List.of(Instant.now().minusSeconds(1), Instant.now().plus(200, ChronoUnit.DAYS))) {
            Map<String, Object> wanted = wanted(Gateway.someone(), "RESTRICTION");
            wanted.put("until", until.toString());
            impose("rita", wanted).statusCode(400).body("code", equalTo("SANCTION_TERM"));
        }
    }

    @Test
    void threeViolationsInARowSuspend() {
        String person = Gateway.someone();
        Instant now = Instant.now();
        Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(50));
        Gateway.refused(person, "OUTPUT_BLOCKED", now.minusSeconds(40));
        Gateway.recorded(person, now.minusSeconds(30));
        Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(20));
        Gateway.refused(person, "UPSTREAM_FAILED", now.minusSeconds(15));
        String last = Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(10));
        awaitStatement(last);
        standing(person).body("kind", nullValue());

        Gateway.refused(person, "INPUT_BLOCKED", now.minusSeconds(5));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> standing(person).body("kind", equalTo("SUSPENSION")));
        String told =
                Topic.of("moderation").await(event -> event.contains("SanctionImposed") && event.contains(person));
        JsonPath data = JsonPath.from(told).setRootPath("data");
        assertThat(data.getString("by")).isEqualTo("platform");
        assertThat(data.getList("evidence")).hasSize(3);
        Instant until = Instant.parse(data.getString("until"));
        assertThat(Duration.between(Instant.parse(data.getString("at")), until))
                .isCloseTo(Duration.ofDays(1), Duration.ofSeconds(5));
    }

    @Test
    void aSuspensionThatAnAppealOverturnedDoesNotLengthenTheNext() {
        String person = Gateway.someone();
        JsonPath first = suspended(person, "none before");
        String number = first.getString("sanction");
        Gateway.tell(new AppealDecided(
                "T-" + number, "S-" + number, new PersonId(person), true, new PersonId("another"), Instant.now()));
        Topic.of("moderation").await(event -> event.contains("SanctionEnded") && event.contains(number));
        JsonPath second = suspended(person, number);
        assertThat(Duration.between(Instant.parse(second.getString("at")), Instant.parse(second.getString("until"))))
                .isCloseTo(Duration.ofDays(1), Duration.ofSeconds(5));
    }

    private static JsonPath suspended(String person, String notThis) {
        for (int i = 0; i < 3; i++) {
            awaitStatement(Gateway.refused(person, "INPUT_BLOCKED", Instant.now()));
        }
        String told = Topic.of("moderation")
                .await(event ->
                        event.contains("SanctionImposed") && event.contains(person) && !event.contains(notThis));
        return JsonPath.from(told).setRootPath("data");
    }

    @Test
    void fiveViolationsOnADaySuspendAlsoWithWorksBetween() {
        String person = Gateway.someone();
        Instant noon = Instant.now()
                .atZone(AbuseRule.ZONE)
                .toLocalDate()
                .atTime(12, 0)
                .atZone(AbuseRule.ZONE)
                .toInstant();
        for (int i = 0; i < 4; i++) {
            awaitStatement(Gateway.refused(person, "INPUT_BLOCKED", noon.plusSeconds(i * 10L)));
            Gateway.recorded(person, noon.plusSeconds(i * 10L + 5));
        }
        awaitStatement(Gateway.refused(person, "INPUT_BLOCKED", noon.minus(1, ChronoUnit.DAYS)));
        standing(person).body("kind", nullValue());
        Gateway.refused(person, "INPUT_BLOCKED", noon.plusSeconds(100));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> standing(person).body("kind", equalTo("SUSPENSION")));
    }

    @Test
    void theNumbersThatCountArePublished() {
        given().get("/api/moderation/policies")
                .then()
                .statusCode(200)
                .body("abuse.inARow", equalTo(3))
                .body("abuse.onADay", equalTo(5))
                .body("abuse.suspensionHours", equalTo(List.of(24, 168, 720)))
                .body("policies.policy", hasItem("PROHIBITED_CONTENT"));
    }

    @Test
    void aPersonSeesOwnSanctionsAndNotWhoDecided() {
        impose("olga", wanted(Gateway.id("bob"), "WARNING")).statusCode(201).body("by", equalTo(Gateway.id("olga")));
        as("bob")
                .get("/api/moderation/mine")
                .then()
                .statusCode(200)
                .body("standing.kind", equalTo("WARNING"))
                .body("sanctions[0].reason", equalTo("spread rumours"))
                .body("sanctions[0].by", nullValue())
                .body("statements[0].restriction", equalTo("WARNING"));
        given().get("/api/moderation/mine").then().statusCode(401);
    }

    @Test
    void onlyThePeopleConcernedReadOrImpose() {
        impose("alice", wanted(Gateway.someone(), "WARNING")).statusCode(403);
        impose("ines", wanted(Gateway.someone(), "WARNING")).statusCode(403);
        as("alice").get(SANCTIONS + "?person=x").then().statusCode(403);
        as("rita").get("/api/moderation/standings/x").then().statusCode(403);
        as("ines").get(SANCTIONS + "?person=looked-at").then().statusCode(200);
        Topic.of("moderation").await(event -> event.contains("PrivilegedRead") && event.contains("looked-at"));
    }

    static Map<String, Object> wanted(String person, String kind) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "person",
                person,
                "kind",
                kind,
                "policy",
                "PROHIBITED_CONTENT",
                "reason",
                "spread rumours",
                "evidence",
                List.of("ticket T-1")));
        if (kind.equals("RESTRICTION") || kind.equals("SUSPENSION")) {
            wanted.put("until", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        }
        return wanted;
    }

    static ValidatableResponse impose(String by, Map<String, Object> wanted) {
        return as(by).body(wanted).post(SANCTIONS).then();
    }

    static ValidatableResponse decide(String by, String deed, boolean confirmed) {
        return as(by).body(Map.of("confirmed", confirmed))
                .post(DEEDS + "/" + deed + "/decision")
                .then();
    }

    static ValidatableResponse standing(String person) {
        return given().auth()
                .oauth2(Tokens.ofService())
                .get("/api/moderation/standings/" + person)
                .then()
                .statusCode(200);
    }

    static void awaitStatement(String admission) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("ines")
                        .get("/api/moderation/statements/R-" + admission)
                        .then()
                        .statusCode(200));
    }

    private static ValidatableResponse lift(String by, String sanction) {
        return as(by).body(Map.of(
                        "policy", "PROHIBITED_CONTENT", "reason", "a mistake", "evidence", List.of("seen again")))
                .post(SANCTIONS + "/" + sanction + "/lifting")
                .then();
    }
}

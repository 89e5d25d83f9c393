package io.mingshi.complaints;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ComplaintTest {
    private static final String TICKETS = "/api/complaints/tickets";
    private static final String QUEUE = "/api/complaints/queue";

    @Inject
    TestClock clock;

    @Inject
    @DataSource("complaints")
    AgroalDataSource dataSource;

    @AfterEach
    void backToFriday() {
        clock.set(TestClock.FRIDAY);
    }

    @Test
    @Requirement("DSP-12.1")
    void aStrangerWithOnlyTheFileCanComplain() throws IOException {
        ValidatableResponse filed = given().multiPart(
                        "file", "found.png", labelled("W-found-1", "001191000000000000000K10001"))
                .multiPart("reason", "这是我的脸，我没有同意", "text/plain; charset=UTF-8")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("ticket", startsWith("T-"))
                .body("work", equalTo("W-found-1"));
        String secret = filed.extract().path("secret");
        assertThat(secret).hasSize(32);
        filed.body("page", equalTo("http://127.0.0.1:8080/complaints/" + secret));
        given().get(TICKETS + "/" + secret)
                .then()
                .body("state", equalTo("OPEN"))
                .body("foundBy", equalTo("LABEL_OF_FILE"))
                .body("reason", equalTo("这是我的脸，我没有同意"));
        Topic.of("complaints").await(event -> event.contains("ComplaintFiled") && event.contains("W-found-1"));
    }

    @Test
    void aNumberOrALinkNamesTheWorkToo() {
        file(Map.of("produceId", "W-2", "reason", "wrong")).body("work", equalTo("W-2"));
        file(Map.of("link", "http://127.0.0.1:8080/works/W-3", "reason", "wrong"))
                .body("work", equalTo("W-3"));
        file(Map.of("link", "https://elsewhere.example/works/W-4", "reason", "wrong"))
                .body("work", nullValue());
        file(Map.of("link", "not a link at all", "reason", "wrong")).body("work", nullValue());
    }

    @Test
    void anotherProvidersLabelDoesNotNameAWorkOfOurs() throws IOException {
        given().multiPart("file", "found.png", labelled("W-5", "001191000000000000000K2APP1"))
                .multiPart("reason", "wrong")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .body("work", nullValue());
    }

    @Test
    @Requirement("DSP-12.2")
    void theLimitThatIsPublishedIsTheLimitThatTheClockUses() {
        JsonPath process = given().get("/api/complaints/process")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(process.getList("steps.zh")).hasSizeGreaterThan(2);
        int general = process.getInt("limits.find { it.matter == 'GENERAL' }.workingDays");
        int personal = process.getInt("limits.find { it.matter == 'PERSONAL_INFORMATION' }.workingDays");
        assertThat(process.getString("limits[0].zh")).contains(String.valueOf(general));
        assertThat(personal).isLessThanOrEqualTo(15);
        file(Map.of("reason", "wrong"))
                .body("limitWorkingDays", equalTo(general))
                .body("due", equalTo(dueAfter(general)));
        file(Map.of("reason", "wrong", "matter", "PERSONAL_INFORMATION"))
                .body("limitWorkingDays", equalTo(personal))
                .body("due", equalTo(dueAfter(personal)));
    }

    @Test
    @Requirement("CSL-51.1")
    void theChannelIsPublishedAndOpenAtEveryHour() {
        given().get("/api/complaints/process").then().body("channels", hasItem("http://127.0.0.1:8080/complaints"));
        clock.set(Instant.parse("2026-10-01T19:00:00Z"));
        file(Map.of("reason", "in the night of a holiday")).body("due", equalTo("2026-10-13T15:59:59Z"));
    }

    @Test
    @Requirement("DSP-12.3")
    void aTicketClosesOnlyWithAResultThatTheComplainantReads() {
        JsonPath ticket =
                file(Map.of("produceId", "W-6", "reason", "wrong")).extract().jsonPath();
        resolve("olga", ticket, Map.of("result", "  ", "upheld", true))
                .statusCode(400)
                .body("code", equalTo("RESULT_NEEDED"));
        page(ticket).body("state", equalTo("OPEN"));
        resolve("olga", ticket, Map.of("result", "下架处理", "upheld", true, "takedown", true))
                .statusCode(200);
        page(ticket)
                .body("state", equalTo("RESOLVED"))
                .body("result", equalTo("下架处理"))
                .body("takedown", equalTo(true))
                .body("resolvedAt", equalTo("2026-11-20T02:00:00Z"))
                .body("$", not(org.hamcrest.Matchers.hasKey("officer")));
        String event = Topic.of("complaints").await(text -> text.contains("Resolved") && text.contains("W-6"));
        assertThat(JsonPath.from(event).getBoolean("data.takedown")).isTrue();
    }

    @Test
    void aSecondResultIsRefusedAlsoWhenTwoOfficersDecideAtOnce() throws Exception {
        JsonPath ticket =
                file(Map.of("produceId", "W-7", "reason", "wrong")).extract().jsonPath();
        Map<String, Object> decision = Map.of("result", "no", "upheld", false);
        Callable<Integer> once =
                () -> resolve("olga", ticket, decision).extract().statusCode();
        Tokens.of("olga");
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Integer> statuses = pool.invokeAll(List.of(once, once, once, once)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 409, 409, 409);
        }
        resolve("otto", ticket, decision).statusCode(409).body("code", equalTo("ALREADY_RESOLVED"));
    }

    @Test
    void nothingIsTakenDownThatIsNotKnownOrNotUpheld() {
        JsonPath unknown = file(Map.of("reason", "wrong")).extract().jsonPath();
        resolve("olga", unknown, Map.of("result", "x", "upheld", true, "takedown", true))
                .statusCode(400)
                .body("code", equalTo("TAKEDOWN_NOT_POSSIBLE"));
        JsonPath known =
                file(Map.of("produceId", "W-8", "reason", "wrong")).extract().jsonPath();
        resolve("olga", known, Map.of("result", "x", "upheld", false, "takedown", true))
                .statusCode(400)
                .body("code", equalTo("TAKEDOWN_NOT_POSSIBLE"));
    }

    @Test
    @Requirement({"DSP-12.3", "PIPL-50.1"})
    void anOverdueTicketRaisesAnAlarm() {
        JsonPath ticket = file(Map.of("reason", "forgotten", "matter", "PERSONAL_INFORMATION"))
                .extract()
                .jsonPath();
        clock.set(Instant.parse(ticket.getString("due")));
        String overdue = "tickets.find { it.ticket.ticket == '" + ticket.getString("ticket") + "' }.overdue";
        queue().body(overdue, equalTo(false));
        clock.set(Instant.parse(ticket.getString("due")).plusSeconds(1));
        queue().body(overdue, equalTo(true));
        page(ticket).body("overdue", equalTo(true));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(overdueInMetrics()).isPositive());
        resolve("olga", ticket, Map.of("result", "late, and done", "upheld", false))
                .statusCode(200);
    }

    @Test
    void readingTheQueueIsRecorded() {
        queue();
        Topic.of("complaints").await(event -> event.contains("PrivilegedRead") && event.contains("ticket-queue"));
    }

    @Test
    void onlyOfficersSeeTheQueueAndDecide() {
        JsonPath ticket = file(Map.of("reason", "wrong")).extract().jsonPath();
        for (String person : List.of("alice", "ines", "rita")) {
            given().auth().oauth2(Tokens.of(person)).get(QUEUE).then().statusCode(403);
            resolve(person, ticket, Map.of("result", "x", "upheld", false)).statusCode(403);
        }
        given().get(QUEUE).then().statusCode(401);
    }

    @Test
    void theContactIsForOfficersAndUnreadableInTheDatabase() throws SQLException {
        JsonPath ticket = file(Map.of("reason", "wrong", "contact", "me@home.example"))
                .extract()
                .jsonPath();
        page(ticket).body("contact", nullValue());
        queue().body(
                        "tickets.find { it.ticket.ticket == '" + ticket.getString("ticket") + "' }.contact",
                        equalTo("me@home.example"));
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select ticket::text from ticket where number = ?")) {
            select.setString(1, ticket.getString("ticket"));
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                String hexOfHome = "686f6d65";
                assertThat(rows.getString(1)).doesNotContain("home.example", hexOfHome, ticket.getString("secret"));
            }
        }
    }

    @Test
    void aComplaintThatCannotBeReadIsRefusedWithOneSentence() {
        post(Map.of("reason", " ")).statusCode(400).body("code", equalTo("REASON_NEEDED"));
        post(Map.of("produceId", "W-1")).statusCode(400).body("code", equalTo("REASON_NEEDED"));
        post(Map.of("reason", "字".repeat(5001))).statusCode(400).body("code", equalTo("FIELD_TOO_LONG"));
        post(Map.of("reason", "字".repeat(5000))).statusCode(201);
        post(Map.of("reason", "x", "produceId", "no such id!")).statusCode(400).body("code", equalTo("MALFORMED_ID"));
        post(Map.of("reason", "x", "matter", "OTHER")).statusCode(400).body("code", equalTo("UNKNOWN_MATTER"));
        given().multiPart("file", "large.png", new byte[Submission.MAX_FILE + 1])
                .multiPart("reason", "x")
                .post(TICKETS)
                .then()
                .statusCode(413)
                .body("code", equalTo("FILE_TOO_LARGE"))
                .body("detail", containsString("ProduceID"));
    }

    @Test
    void aGuessedSecretShowsNothing() {
        given().get(TICKETS + "/T-guess").then().statusCode(404).body("code", equalTo("NO_SUCH_TICKET"));
    }

    private static String dueAfter(int workingDays) {
        return new String[] {"2026-11-27T15:59:59Z", "2026-12-11T15:59:59Z"}[workingDays == 5 ? 0 : 1];
    }

    private static ValidatableResponse file(Map<String, String> fields) {
        return post(fields).statusCode(201);
    }

    private static ValidatableResponse post(Map<String, String> fields) {
        RequestSpecification request = given();
        fields.forEach((name, value) -> request.multiPart(name, value, "text/plain; charset=UTF-8"));
        return request.post(TICKETS).then();
    }

    private static ValidatableResponse page(JsonPath ticket) {
        return given().get(TICKETS + "/" + ticket.getString("secret")).then().statusCode(200);
    }

    private static ValidatableResponse queue() {
        return given().auth().oauth2(Tokens.of("olga")).get(QUEUE).then().statusCode(200);
    }

    private static ValidatableResponse resolve(String person, JsonPath ticket, Map<String, Object> decision) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType("application/json; charset=UTF-8")
                .body(decision)
                .post(QUEUE + "/" + ticket.getString("ticket") + "/resolution")
                .then();
    }

    private static double overdueInMetrics() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("mingshi_complaints_overdue"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] labelled(String produceId, String provider) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", png);
        return new LabelEngine(ProviderCode.of(provider))
                .label(MediaType.PNG, png.toByteArray(), produceId)
                .bytes();
    }
}

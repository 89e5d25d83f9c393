package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Unlawful content that is found later is stopped by one deed, and by two people comes back.
class TakedownTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TAKEDOWNS = "/api/moderation/takedowns";

    @Test
    @Requirement({"CSL-49.1", "GAI-14.1"})
    void oneDeedStopsServingAndReuploadReportsAndLeadsToARule() {
        Work work = published();
        String term = "禁词" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> order = order(work);
        order.put("rule", Map.of("category", "A.1-8", "term", term));

        JsonPath done = ordered(order);

        await().atMost(SOON)
                .untilAsserted(() ->
                        Provider.stranger().get("/works/" + work.id()).then().statusCode(451));
        Provider.person("alice")
                .get("/api/gateway/works/" + work.id() + "/content")
                .then()
                .statusCode(451);
        await().atMost(SOON).until(() -> takenIn(work).statusCode() == 451);
        takenIn(work).then().body("code", equalTo("CONTENT_TAKEN_DOWN"));
        reported(done.getString("report"));
        Provider.person("alice")
                .get("/api/moderation/statements/" + done.getString("statement"))
                .then()
                .statusCode(200)
                .body("work", equalTo(work.id()))
                .body("appeal", containsString(done.getString("statement")));

        Provider.person("olga")
                .post("/api/moderation/library/proposals/" + done.getString("proposal") + "/approval")
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(asked(term).statusCode()).isEqualTo(400));
        asked(term).then().body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    void twoPeopleRestoreAWorkAndAnUpheldAppealDoesToo() {
        Work work = published();
        JsonPath first = ordered(order(work));
        await().atMost(SOON)
                .untilAsserted(() ->
                        Provider.stranger().get("/works/" + work.id()).then().statusCode(451));
        JsonPath ticket = Provider.person("alice")
                .contentType(ContentType.JSON)
                .body(Map.of("statement", first.getString("statement"), "reason", "it shows a lighthouse"))
                .post("/api/complaints/appeals")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Provider.person("otto")
                .contentType(ContentType.JSON)
                .body(Map.of("result", "it does", "upheld", true))
                .post("/api/complaints/queue/" + ticket.getString("ticket") + "/resolution")
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() ->
                        Provider.stranger().get("/works/" + work.id()).then().statusCode(200));

        String again = ordered(order(work)).getString("decision");
        String deed = Provider.person("rita")
                .contentType(ContentType.JSON)
                .body(order(work))
                .post(TAKEDOWNS + "/" + again + "/revocation")
                .then()
                .statusCode(202)
                .extract()
                .path("deed");
        Provider.person("ron")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", true))
                .post("/api/moderation/deeds/" + deed + "/decision")
                .then()
                .statusCode(204);
        await().atMost(SOON)
                .untilAsserted(() ->
                        Provider.stranger().get("/works/" + work.id()).then().statusCode(200));
    }

    @Test
    void aSuspendedPersonGeneratesNothingUntilTwoPeopleLiftIt() {
        String bob = Provider.person("bob").get("/api/identity/me").path("standing.person");
        String sanction = Provider.person("rita")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "person",
                        bob,
                        "kind",
                        "SUSPENSION",
                        "policy",
                        "PROHIBITED_CONTENT",
                        "reason",
                        "a test of the suspension",
                        "evidence",
                        List.of("none"),
                        "until",
                        java.time.Instant.now().plusSeconds(3_600).toString()))
                .post("/api/moderation/sanctions")
                .then()
                .statusCode(201)
                .extract()
                .path("sanction");
        // 403 by the sanction itself, or 401 once the key rests, too
        chatOf("bob").then().statusCode(anyOf(is(403), is(401)));
        Provider.awaitLogout("bob");
        String deed = Provider.person("rita")
                .contentType(ContentType.JSON)
                .body(Map.of("policy", "PROHIBITED_CONTENT", "reason", "over", "evidence", List.of("none")))
                .post("/api/moderation/sanctions/" + sanction + "/lifting")
                .then()
                .statusCode(202)
                .extract()
                .path("deed");
        Provider.person("ron")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmed", true))
                .post("/api/moderation/deeds/" + deed + "/decision")
                .then()
                .statusCode(204);
        await().atMost(SOON).untilAsserted(() -> chatOf("bob").then().statusCode(200));
        Provider.logInAnew("bob");
    }

    private static Response chatOf(String person) {
        return Provider.programOf(person)
                .contentType(ContentType.JSON)
                .body(Work.chatRequest("Describe a lighthouse.", false))
                .post("/v1/chat/completions");
    }

    private static Response asked(String term) {
        return Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.chatRequest("Tell me of " + term, false))
                .post("/v1/chat/completions");
    }

    private static Work published() {
        Work work = Work.ofImages(Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.imageRequest("a picture of " + UUID.randomUUID()))
                .post("/v1/images/generations"));
        Provider.person("alice")
                .post("/api/gateway/works/" + work.id() + "/publication")
                .then()
                .statusCode(200);
        return work;
    }

    private static Response takenIn(Work work) {
        return Provider.person("alice")
                .multiPart("file", "picture.png", work.content(), "image/png")
                .multiPart("declared", "true")
                .post("/api/labeling/intakes");
    }

    private static Map<String, Object> order(Work work) {
        return new HashMap<>(Map.of(
                "work",
                work.id(),
                "policy",
                "PROHIBITED_CONTENT",
                "reason",
                "a test of the takedown",
                "evidence",
                List.of("the work itself")));
    }

    /// A new work is known to the moderation within seconds.
    private static JsonPath ordered(Map<String, Object> order) {
        return await().atMost(SOON)
                .until(
                        () -> Provider.person("rita")
                                .contentType(ContentType.JSON)
                                .body(order)
                                .post(TAKEDOWNS),
                        answer -> answer.statusCode() != 404)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void reported(String report) {
        await().atMost(SOON)
                .untilAsserted(() -> Provider.person("ines")
                        .get("/api/moderation/reports")
                        .then()
                        .statusCode(200)
                        .body("reports.report", hasItem(report))
                        .body("reports.find { it.report == '" + report + "' }.receipt", notNullValue()));
    }
}

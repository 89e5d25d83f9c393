package io.mingshi.complaints;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlayedModeration.class, scope = TestResourceScope.GLOBAL)
class AppealTest {
    private static final String APPEALS = "/api/complaints/appeals";
    private static final String QUEUE = "/api/complaints/queue";

    @Test
    @Requirement({"DSP-12.1", "ALG-22.1"})
    void thePersonConcernedAppealsInOneStepWithinThePublishedLimit() {
        String statement = decided("alice", "rita");
        int limit = given().get("/api/complaints/process")
                .then()
                .statusCode(200)
                .body("channels", hasItem("http://127.0.0.1:8080/me/decisions"))
                .extract()
                .path("limits.find { it.matter == 'APPEAL' }.workingDays");
        JsonPath ticket = appeal("alice", statement)
                .statusCode(201)
                .body("ticket", startsWith("T-"))
                .body("limitWorkingDays", equalTo(limit))
                .body("due", equalTo("2026-11-27T15:59:59Z"))
                .extract()
                .jsonPath();
        given().get("/api/complaints/tickets/" + ticket.getString("secret"))
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("appeal", equalTo(statement));
        as("alice").get(APPEALS).then().statusCode(200).body("ticket", hasItem(ticket.getString("ticket")));
        String filed =
                Topic.of("complaints").await(event -> event.contains("AppealFiled") && event.contains(statement));
        assertThat(JsonPath.from(filed).getString("data.person")).isEqualTo(id("alice"));
        appeal("alice", statement).statusCode(409).body("code", equalTo("APPEAL_WAITS"));
    }

    @Test
    @Requirement({"DSP-12.4", "ALG-22.1"})
    void anAppealIsDecidedByAnotherThanTheDecider() {
        String statement = decided("alice", "olga");
        JsonPath ticket = appeal("alice", statement).statusCode(201).extract().jsonPath();
        resolve("olga", ticket, true).statusCode(403).body("code", equalTo("DECIDER_DECIDES"));
        resolve("otto", ticket, true).statusCode(200).body("upheld", equalTo(true));
        given().get("/api/complaints/tickets/" + ticket.getString("secret"))
                .then()
                .body("state", equalTo("RESOLVED"))
                .body("result", equalTo("looked at again"));
        String decided =
                Topic.of("complaints").await(event -> event.contains("AppealDecided") && event.contains(statement));
        JsonPath data = JsonPath.from(decided).setRootPath("data");
        assertThat(data.getBoolean("upheld")).isTrue();
        assertThat(data.getString("officer")).isEqualTo(id("otto"));
        appeal("alice", statement).statusCode(201);
    }

    @Test
    void ofTwoWhoDecidedTogetherNeitherDecidesOnTheAppeal() {
        String statement = "S-two-" + UUID.randomUUID();
        decided(statement, "alice", "rita", Map.of("second", id("olga")));
        JsonPath ticket = appeal("alice", statement).statusCode(201).extract().jsonPath();
        resolve("olga", ticket, false).statusCode(403).body("code", equalTo("DECIDER_DECIDES"));
        resolve("otto", ticket, false).statusCode(200);
    }

    @Test
    void nobodyDecidesOnTheirOwnAppeal() {
        JsonPath ticket = appeal("olga", decided("olga", "rita"))
                .statusCode(201)
                .extract()
                .jsonPath();
        resolve("olga", ticket, true).statusCode(403).body("code", equalTo("DECIDER_DECIDES"));
        resolve("otto", ticket, false).statusCode(200);
    }

    @Test
    void aStatementOnSomebodyElseOrOnNothingCannotBeAppealedAgainst() {
        appeal("bob", decided("alice", "rita")).statusCode(404).body("code", equalTo("APPEAL_NOT_POSSIBLE"));
        appeal("bob", "S-none").statusCode(404).body("code", equalTo("APPEAL_NOT_POSSIBLE"));
        given().contentType("application/json")
                .body(Map.of("statement", "S-1", "reason", "x"))
                .post(APPEALS)
                .then()
                .statusCode(401);
        as("bob").body(Map.of("statement", "S-1")).post(APPEALS).then().statusCode(400);
        as("bob")
                .body(Map.of("statement", "S-1", "reason", " "))
                .post(APPEALS)
                .then()
                .statusCode(400);
    }

    @Test
    void whenNobodySaysWhoDecidedNoAppealIsTaken() {
        appeal("alice", decided("S-down", "alice", "rita")).statusCode(503);
    }

    private static String decided(String person, String by) {
        return decided("S-" + UUID.randomUUID(), person, by);
    }

    private static String decided(String statement, String person, String by) {
        return decided(statement, person, by, Map.of());
    }

    private static String decided(String statement, String person, String by, Map<String, String> more) {
        Map<String, String> decision = new HashMap<>(Map.of(
                "statement",
                statement,
                "person",
                id(person),
                "decidedBy",
                id(by),
                "restriction",
                "SUSPENSION",
                "decidedAt",
                "2026-11-19T02:00:00Z"));
        decision.putAll(more);
        given().contentType("application/json")
                .body(decision)
                .put(ConfigProvider.getConfig().getValue("mingshi.url.moderation", String.class)
                        + "/api/moderation/decisions/" + statement)
                .then()
                .statusCode(204);
        return statement;
    }

    private static ValidatableResponse appeal(String person, String statement) {
        return as(person)
                .body(Map.of("statement", statement, "reason", "I did not do this"))
                .post(APPEALS)
                .then();
    }

    private static ValidatableResponse resolve(String officer, JsonPath ticket, boolean upheld) {
        return as(officer)
                .body(Map.of("result", "looked at again", "upheld", upheld))
                .post(QUEUE + "/" + ticket.getString("ticket") + "/resolution")
                .then();
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType("application/json; charset=UTF-8");
    }

    private static String id(String person) {
        String claims =
                new String(Base64.getUrlDecoder().decode(Tokens.of(person).split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getString("sub");
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.mingshi.gateway.key.QuotaLedger;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlayedServers.class, scope = TestResourceScope.GLOBAL)
class KeyTest extends GatewayTest {
    private final String servers = ConfigProvider.getConfig().getValue("played.servers", String.class);

    @Inject
    QuotaLedger ledger;

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @BeforeEach
    void everyServerAnswers() {
        for (String model : List.of("dear-chat", "weighted-chat")) {
            world.model(model, "CHAT", true, "");
        }
        for (String server : List.of("dear", "heavy", "light")) {
            given().body("answer").put(servers + "/script/" + server).then().statusCode(200);
        }
    }

    @Test
    void aKeyIsKeptAsAHashAlone() throws SQLException {
        String secret = issue("alice", Map.of()).getString("key");
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select k::text from api_key k");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(secret);
            }
        }
    }

    @Test
    void aKeyIsForItsModelsAndCapabilitiesOnly() {
        String models =
                issue("alice", Map.of("models", List.of("weighted-chat"))).getString("key");
        ask(models, "weighted-chat").then().statusCode(200);
        ask(models, "mingshi-demo-chat").then().statusCode(403).body("error.code", equalTo("KEY_OUT_OF_SCOPE"));
        String pictures = issue("alice", Map.of("capabilities", List.of("IMAGE_GENERATION")))
                .getString("key");
        ask(pictures, "mingshi-demo-chat").then().statusCode(403).body("error.code", equalTo("KEY_OUT_OF_SCOPE"));
    }

    @Test
    void aKeyForOneCapabilityReachesNeitherFilmsNorFiles() {
        String chat = issue("alice", Map.of("capabilities", List.of("CHAT"))).getString("key");
        String films = issue("alice", Map.of("capabilities", List.of("VIDEO"))).getString("key");
        String all = issue("alice", Map.of()).getString("key");
        for (String address :
                List.of("/v1/videos", "/v1/videos/x", "/v1/videos/x/content", "/v1/files", "/v1/files/x")) {
            withKey(chat).get(address).then().statusCode(403).body("error.code", equalTo("KEY_OUT_OF_SCOPE"));
        }
        withKey(chat).delete("/v1/videos/x").then().statusCode(403);
        withKey(chat).delete("/v1/files/x").then().statusCode(403);
        withKey(films).get("/v1/videos").then().statusCode(200);
        withKey(films).get("/v1/files").then().statusCode(403);
        withKey(all).get("/v1/videos").then().statusCode(200);
        withKey(all).get("/v1/files").then().statusCode(200);
    }

    @Test
    void aKeyExpires() throws SQLException {
        var key = issue(
                "alice", Map.of("expiresAt", Instant.now().plusSeconds(3600).toString()));
        ask(key.getString("key"), "mingshi-demo-chat").then().statusCode(200);
        update("update api_key set expires_at = now() where id = '" + key.getString("id") + "'");
        ask(key.getString("key"), "mingshi-demo-chat")
                .then()
                .statusCode(401)
                .body("error.code", equalTo("KEY_REFUSED"));
        as("alice")
                .body(Map.of("expiresAt", "2020-01-01T00:00:00Z"))
                .post("/api/gateway/keys")
                .then()
                .statusCode(400);
    }

    @Test
    void aRotatedKeyHoldsWithBothSecretsForTheGraceAlone() throws SQLException {
        var key = issue("alice", Map.of());
        String id = key.getString("id");
        String second = rotate(id, 600);
        assertThat(second).isNotEqualTo(key.getString("key"));
        assertThat(status(key.getString("key"))).isEqualTo(200);
        assertThat(status(second)).isEqualTo(200);
        update("update api_key set previous_until = now() where id = '" + id + "'");
        assertThat(status(key.getString("key"))).isEqualTo(401);
        String third = rotate(id, 0);
        assertThat(status(second)).isEqualTo(401);
        assertThat(status(third)).isEqualTo(200);
        as("bob")
                .body(Map.of())
                .post("/api/gateway/keys/" + id + "/rotation")
                .then()
                .statusCode(404);
        as("alice").delete("/api/gateway/keys/" + id).then().statusCode(204);
        assertThat(status(third)).isEqualTo(401);
    }

    @Test
    void anOrganizationsKeyIsForItsRepresentativeAndCountsForIt() {
        as("bob")
                .body(Map.of("organization", true))
                .post("/api/gateway/keys")
                .then()
                .statusCode(403)
                .body("code", equalTo("ORGANIZATION_REQUIRED"));
        world.standing("bob", "ORGANIZATION");
        String first = issue("bob", Map.of("organization", true)).getString("key");
        String second = issue("bob", Map.of("organization", true)).getString("key");
        ask(first, "mingshi-demo-chat").then().statusCode(200).header("x-ratelimit-limit-requests", "3");
        ask(second, "mingshi-demo-chat").then().statusCode(200).header("x-ratelimit-remaining-requests", "1");
        world.standing("bob", "MOBILE");
        ask(first, "mingshi-demo-chat").then().statusCode(403).body("error.code", equalTo("ORGANIZATION_REQUIRED"));
        world.standing("bob", "ORGANIZATION");
        ask(first, "mingshi-demo-chat").then().statusCode(200);
        ask(second, "mingshi-demo-chat").then().statusCode(429);
        chat("bob", "mingshi-demo-chat", "hello").then().statusCode(200);
    }

    @Test
    void whatIsUsedUpAnswersAsOpenAiDoesAndTheRefusalIsPublished() {
        var key = issue("alice", Map.of("day", Map.of("requests", 1)));
        ask(key.getString("key"), "mingshi-demo-chat")
                .then()
                .statusCode(200)
                .header("x-ratelimit-limit-requests", "1")
                .header("x-ratelimit-remaining-requests", "0")
                .header("x-ratelimit-reset-requests", not(blankOrNullString()));
        var refused = ask(key.getString("key"), "mingshi-demo-chat");
        refused.then()
                .statusCode(429)
                .body("error.code", equalTo("QUOTA_EXCEEDED"))
                .body("error.type", equalTo("rate_limit_error"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 86_400);
        event("RequestRefused", "QUOTA_EXCEEDED");
    }

    @Test
    void requestsThatComeTogetherTakeNoMoreThanThereIs() throws Exception {
        String key = issue("alice", Map.of("month", Map.of("requests", 5))).getString("key");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> call = () -> status(key);
            var answers = threads
                    .invokeAll(Stream.generate(() -> call).limit(20).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).filteredOn(answer -> answer == 200).hasSize(5);
            assertThat(answers).filteredOn(answer -> answer == 429).hasSize(15);
        }
    }

    @Test
    void tokensAreReservedBeforeAndSettledAfter() {
        var key = issue("alice", Map.of("day", Map.of("tokens", 5_000)));
        assertThat(status(key.getString("key"), "weighted-chat")).isEqualTo(200);
        taken(key, 5, 5);
        var body = new HashMap<>(conversation("weighted-chat", "hello"));
        body.put("max_tokens", 4_999);
        withKey(key.getString("key"))
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(429);
        body.put("max_completion_tokens", 10);
        withKey(key.getString("key"))
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(429);
        body.remove("max_completion_tokens");
        body.put("stream", true);
        body.put("max_tokens", 4_000);
        withKey(key.getString("key"))
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
        taken(key, 6, 200);
        assertThat(taken(key.getString("id")).getInt("taken.requests")).isEqualTo(2);
    }

    @Test
    void streamedCallsOfToolsAreCountedToo() {
        var key = issue("alice", Map.of("day", Map.of("tokens", 5_000)));
        world.playStream(
                "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"theirs\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"weather\",\"arguments\":\"" + "1".repeat(300) + "\"}}]},"
                        + "\"finish_reason\":\"tool_calls\"}]}",
                "[DONE]");
        var body = new HashMap<>(conversation("played-chat", "hello"));
        body.put("stream", true);
        withKey(key.getString("key"))
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
        taken(key, 307, 400);
    }

    @Test
    void whatARefusedRequestReservedIsGivenBack() {
        var key = issue("alice", Map.of("day", Map.of("tokens", 5_000)));
        for (String server : List.of("heavy", "light")) {
            given().body("400 Bad Request").put(servers + "/script/" + server);
        }
        assertThat(status(key.getString("key"), "weighted-chat")).isEqualTo(400);
        taken(key, 0, 0);
    }

    @Test
    void whatACrashLeftReservedCountsAsUsedOnce() throws SQLException {
        var key = issue("alice", Map.of("day", Map.of("tokens", 5_000)));
        assertThat(status(key.getString("key"), "weighted-chat")).isEqualTo(200);
        taken(key, 5, 5);
        update("insert into quota_reservation select 'crashed-" + key.getString("id") + "', person, id, false,"
                + " 'weighted-chat', 'KEY:' || id || ' DAY ' || (now() at time zone 'Asia/Shanghai')::date, 1000, 0,"
                + " now() - interval '1 hour' from api_key where id = '" + key.getString("id") + "'");
        update("update quota_use set tokens = tokens + 1000 where account = 'KEY:" + key.getString("id") + "'");
        ledger.settleReservedBefore(Instant.now().minusSeconds(1800));
        ledger.settleReservedBefore(Instant.now().minusSeconds(1800));
        assertThat(taken(key.getString("id")).getInt("taken.tokens")).isEqualTo(1_005);
    }

    @Test
    void aServerCostsNoMoreThanItMay() {
        var body = new HashMap<>(conversation("dear-chat", "hi"));
        body.put("max_tokens", 20);
        int answered = 0;
        Response answer = as("alice").body(body).post("/v1/chat/completions");
        while (answer.statusCode() == 200 && answered < 50) {
            answered++;
            answer = as("alice").body(body).post("/v1/chat/completions");
        }
        answer.then().statusCode(503).body("error.code", equalTo("UPSTREAM_BUSY"));
        assertThat(answered).isBetween(1, 39);
    }

    @Test
    void usageIsToldAndWrittenForSpreadsheetsWithoutFormulas() {
        var key = issue("bob", Map.of("name", "=HYPERLINK(\"http://x\",\"y\")"));
        assertThat(status(key.getString("key"), "weighted-chat")).isEqualTo(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> as("bob")
                        .get("/api/gateway/usage")
                        .then()
                        .statusCode(200)
                        .body("entries.key", hasItem(key.getString("id")))
                        .body("entries.find { it.key == '" + key.getString("id") + "' }.promptTokens", equalTo(2))
                        .body("entries.find { it.key == '" + key.getString("id") + "' }.completionTokens", equalTo(3))
                        .body("entries.size()", greaterThan(0)));
        String csv = as("bob").get("/api/gateway/usage.csv").asString();
        assertThat(csv)
                .startsWith("\"day\",\"key\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")
                .contains("\"weighted-chat\"");
        assertThat(as("alice").get("/api/gateway/usage.csv").asString()).doesNotContain("HYPERLINK");
        as("bob").get("/api/gateway/usage?from=2020-01-01").then().statusCode(400);
        given().get("/api/gateway/usage").then().statusCode(401);
    }

    private static JsonPath issue(String person, Map<String, ?> terms) {
        var issued = as(person).body(terms).post("/api/gateway/keys");
        issued.then().statusCode(201).header("Cache-Control", "no-store");
        return issued.jsonPath();
    }

    private static String rotate(String id, int grace) {
        var rotated = as("alice").body(Map.of("graceSeconds", grace)).post("/api/gateway/keys/" + id + "/rotation");
        rotated.then().statusCode(200);
        return rotated.jsonPath().getString("key");
    }

    private static JsonPath taken(String key) {
        return as("alice").get("/api/gateway/usage").jsonPath().setRootPath("quotas.find { it.key == '" + key + "' }");
    }

    /// It is settled soon after the answer.
    private static void taken(JsonPath key, int least, int most) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(taken(key.getString("id")).getInt("taken.tokens"))
                        .isBetween(least, most));
    }

    private static io.restassured.specification.RequestSpecification withKey(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    private static Response ask(String key, String model) {
        return withKey(key).body(conversation(model, "hello")).post("/v1/chat/completions");
    }

    private static int status(String key) {
        return status(key, "mingshi-demo-chat");
    }

    private static int status(String key, String model) {
        return ask(key, model).statusCode();
    }

    private void update(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Conversations refer to files that were handed in before; the model gets their text, reviewed anew.
@QuarkusTest
class ReferencedFilesTest extends GatewayTest {
    private enum Protocol {
        CHAT("/v1/chat/completions", """
                {"model":"played-chat","messages":[{"role":"user","content":[%s,
                {"type":"text","text":"When does it open?"}]}]}""", """
                {"type":"file","file":{"file_id":"%s"}}"""),
        RESPONSES("/v1/responses", """
                {"model":"played-chat","input":[{"role":"user","content":[%s,
                {"type":"input_text","text":"When does it open?"}]}]}""", """
                {"type":"input_file","file_id":"%s"}"""),
        MESSAGES("/v1/messages", """
                {"model":"played-chat","max_tokens":100,"messages":[{"role":"user","content":[%s,
                {"type":"text","text":"When does it open?"}]}]}""", """
                {"type":"document","source":{"type":"file","file_id":"%s"}}""");

        private final String path;
        private final String body;
        private final String part;

        Protocol(String path, String body, String part) {
            this.path = path;
            this.body = body;
            this.part = part;
        }

        Response ask(String person, String... files) {
            String parts = List.of(files).stream().map(part::formatted).collect(Collectors.joining(","));
            return as(person).body(body.formatted(parts)).post(path);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void theModelGetsTheTextOfTheFile(Protocol protocol) {
        answers();
        String text = "Opening hours: nine to five, " + UUID.randomUUID();
        String id = id(upload("alice", text));
        protocol.ask("alice", id).then().statusCode(200);
        assertThat(world.asked("/v1/chat/completions"))
                .contains(text, "When does it open?")
                .doesNotContain(id);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void somebodyElsesFileIsNotThere(Protocol protocol) {
        answers();
        String id = id(upload("alice", "Opening hours: nine to five."));
        protocol.ask("bob", id).then().statusCode(404).body("error.code", equalTo("NO_SUCH_FILE"));
        protocol.ask("alice", "").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aFileThatTheLibraryForbidsByNowReachesNoModel(Protocol protocol) {
        answers();
        String text = "How to fold a paper crane, " + UUID.randomUUID();
        String id = id(upload("alice", text));
        world.library(9_050 + protocol.ordinal(), """
                {"ruleId":"P-1","category":"A.1-3","term":"paper crane"}""");
        protocol.ask("alice", id)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"))
                .body("error.message", containsString("P-1"));
        assertThat(world.asked("/v1/chat/completions")).doesNotContain(text);
    }

    @Test
    void aFileThatAPersonReleasedMayBeReferredTo() {
        answers();
        world.library(9_060, """
                {"ruleId":"V-1","category":"A.1-3","term":"fireworks recipe","action":"REVIEW"}""");
        String text = "A fireworks recipe, " + UUID.randomUUID();
        Response held = upload("alice", text);
        held.then().statusCode(403);
        String review = held.jsonPath().getString("error.message").replaceAll("(?s).*\\(review ([^,]+),.*", "$1");
        HeldTest.decide(review, true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> upload("alice", text).then().statusCode(200));
        String id = id(upload("alice", text));
        Protocol.CHAT.ask("alice", id).then().statusCode(200);
        chat("alice", "played-chat", "A fireworks recipe, please").then().statusCode(400);
        world.library(9_061, """
                {"ruleId":"B-1","category":"A.1-3","term":"fireworks recipe"}""");
        Protocol.CHAT.ask("alice", id).then().statusCode(400).body("error.message", containsString("B-1"));
    }

    @Test
    void filesAreBoundedAndNotForKeysOfOneCapability() {
        answers();
        String id = id(upload("alice", "Opening hours: nine to five."));
        Protocol.CHAT
                .ask("alice", Collections.nCopies(9, id).toArray(String[]::new))
                .then()
                .statusCode(400)
                .body("error.message", containsString("at most 8 files"));
        String key = as("alice")
                .body(Map.of("name", "chat", "capabilities", List.of("CHAT")))
                .post("/api/gateway/keys")
                .jsonPath()
                .getString("key");
        given().auth()
                .oauth2(key)
                .contentType("application/json")
                .body(Protocol.CHAT.body.formatted(Protocol.CHAT.part.formatted(id)))
                .post("/v1/chat/completions")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("KEY_OUT_OF_SCOPE"));
    }

    private void answers() {
        world.play(
                "/v1/chat/completions",
                200,
                Map.of(
                        "choices",
                        List.of(Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", "At nine."),
                                "finish_reason",
                                "stop"))));
    }

    private static Response upload(String person, String text) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .multiPart("file", "hours.txt", text.getBytes(UTF_8), "text/plain")
                .multiPart("purpose", "user_data")
                .post("/v1/files");
    }

    private static String id(Response uploaded) {
        uploaded.then().statusCode(200);
        return uploaded.jsonPath().getString("id");
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = PlayedServers.class, scope = TestResourceScope.GLOBAL)
class RoutingTest extends GatewayTest {
    private final String servers = ConfigProvider.getConfig().getValue("played.servers", String.class);

    @BeforeEach
    void everyServerAnswers() {
        for (String model : List.of("weighted", "fallback", "fragile", "narrow", "lying", "gone")) {
            world.model(model + "-chat", "CHAT", true, "");
        }
        for (String server : List.of("heavy", "light", "first", "second", "narrow", "liar", "backup")) {
            script(server, "answer");
        }
    }

    @Test
    void requestsAreSharedByWeight() {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(chat("alice", "weighted-chat", "hello").jsonPath().getString("choices[0].message.content"));
        }
        assertThat(answers).filteredOn(answer -> answer.endsWith("from heavy")).hasSize(6);
        assertThat(answers).filteredOn(answer -> answer.endsWith("from light")).hasSize(2);
        given().get("/q/metrics")
                .then()
                .body(containsString("mingshi_gateway_upstream_calls_total"))
                .body(containsString("upstream=\"heavy\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 Busy", "429 Too Many", "empty", "lie"})
    void anotherServerAnswersInPlaceOfOneThatFails(String failure) {
        script("first", failure);
        chat("alice", "fallback-chat", "hello")
                .then()
                .statusCode(200)
                .body("choices[0].message.content", endsWith("from second"));
        assertThat(streamedChat("alice", "fallback-chat", "hello").asString())
                .contains("from second")
                .endsWith("data: [DONE]\n\n");
        assertThat(number("count", "first")).isEqualTo(2);
    }

    @Test
    void aServerThatDoesNotListenIsReplaced() {
        chat("alice", "gone-chat", "hello")
                .then()
                .statusCode(200)
                .body("choices[0].message.content", endsWith("from backup"));
    }

    @Test
    void aStreamThatHasBegunIsNotRepeated() {
        script("first", "break");
        String stream = streamedChat("alice", "fallback-chat", "hello").asString();
        assertThat(stream).contains("a beginning", "UPSTREAM_FAILED").doesNotContain("[DONE]", "from second");
        assertThat(number("count", "second")).isZero();
    }

    @Test
    void whatOneServerRejectsIsNotAskedOfAnother() {
        script("first", "400 Bad Request");
        chat("alice", "fallback-chat", "hello").then().statusCode(400).body("error.code", equalTo("UPSTREAM_REFUSED"));
        assertThat(number("count", "second")).isZero();
    }

    @Test
    void aServerThatFailsTooOftenIsLeftAloneForAWhile() {
        script("fragile", "500 Broken");
        chat("alice", "fragile-chat", "hello").then().statusCode(503);
        int asked = number("count", "fragile");
        assertThat(asked).isEqualTo(3);
        chat("alice", "fragile-chat", "hello").then().statusCode(503).body("error.code", equalTo("UPSTREAM_BUSY"));
        assertThat(number("count", "fragile")).isEqualTo(asked);
        script("fragile", "answer");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> chat("alice", "fragile-chat", "hello").statusCode() == 200);
    }

    @Test
    void aServerGetsNoMoreAtOnceThanItMay() {
        script("narrow", "silent");
        var answers = Collections.synchronizedList(new ArrayList<String>());
        var waiting = Thread.ofVirtual()
                .start(() -> answers.add(
                        streamedChat("alice", "narrow-chat", "hello").asString()));
        await().atMost(Duration.ofSeconds(10)).until(() -> number("count", "narrow") == 1);
        chat("alice", "narrow-chat", "hello").then().statusCode(503).body("error.code", equalTo("UPSTREAM_BUSY"));
        assertThat(number("count", "narrow")).isEqualTo(1);
        waiting.interrupt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hang", "silent", "lie", "garbage", "break", "empty", "packed", "endless"})
    void whatIsNoAnswerIsAClearFailure(String failure) {
        script("liar", failure);
        chat("alice", "lying-chat", "hello").then().statusCode(503).body("error.code", equalTo("UPSTREAM_FAILED"));
        String stream = streamedChat("alice", "lying-chat", "hello").asString();
        assertThat(stream).contains("UPSTREAM_FAILED").doesNotContain("[DONE]");
    }

    @Test
    void whenTheClientLeavesAWholeAnswerIsNoLongerWaitedFor() throws Exception {
        script("narrow", "hang");
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var call = client.sendAsync(
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/chat/completions"))
                        .header("Authorization", "Bearer " + Tokens.of("bob"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"model\":\"narrow-chat\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"))
                        .build(),
                BodyHandlers.ofString());
        await().atMost(Duration.ofSeconds(10)).until(() -> number("count", "narrow") == 1);
        call.cancel(true);
        client.shutdownNow();
        await().atMost(Duration.ofSeconds(10)).until(() -> number("left", "narrow") == 1);
        assertThat(event("RequestRefused", "the client left")).contains(World.id("bob"));
        assertThat(number("count", "narrow")).isEqualTo(1);
    }

    private void script(String server, String script) {
        given().body(script).put(servers + "/script/" + server).then().statusCode(200);
    }

    private int number(String what, String server) {
        return Integer.parseInt(given().get(servers + "/" + what + "/" + server).asString());
    }
}

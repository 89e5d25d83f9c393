package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatTest extends GatewayTest {
    @Test
    @Requirement({"LAB-04.1", "DSP-16.1"})
    void anAnswerBeginsWithTheNoticeAndIsRecordedAndDelivered() {
        var response = chat("alice", "mingshi-demo-chat", "Describe a lighthouse.");
        response.then()
                .statusCode(200)
                .body("object", equalTo("chat.completion"))
                .body("choices[0].message.content", startsWith(NOTICE))
                .body("choices[0].finish_reason", equalTo("stop"))
                .body("mingshi.produce_id", equalTo(response.header("Mingshi-Produce-Id")));
        String work = response.header("Mingshi-Produce-Id");
        assertThat(event("WorkRecorded", work)).contains("\\\"ProduceID\\\":\\\"" + work + "\\\"", "\"kind\":\"TEXT\"");
        event("WorkDelivered", work);
    }

    @Test
    void everyOneOfSeveralChoicesIsAWork() {
        var body = new HashMap<>(conversation("mingshi-demo-chat", "hello"));
        body.put("n", 2);
        var answer = as("alice").body(body).post("/v1/chat/completions");
        answer.then().statusCode(200).body("choices", hasSize(2));
        List<String> works = answer.jsonPath().getList("choices.mingshi.produce_id");
        assertThat(works).doesNotHaveDuplicates().hasSize(2);
        assertThat(answer.header("Mingshi-Produce-Id")).isEqualTo(String.join(",", works));
        body.put("n", 5);
        as("alice")
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.message", containsString("from 1 to 4"));
    }

    @Test
    @Requirement({"LAB-04.1", "DSP-16.1"})
    void aStreamBeginsWithTheNoticeAndEndsWithItsNumber() {
        var response = streamedChat("alice", "mingshi-demo-chat", "Describe a harbour.");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("text/event-stream");
        String stream = response.asString();
        assertThat(text(stream)).startsWith(NOTICE).contains("Describe a harbour.");
        assertThat(stream).endsWith("data: [DONE]\n\n");
        String work = response.header("Mingshi-Produce-Id");
        var last = JsonPath.from(chunks(stream).getLast());
        assertThat(last.getString("mingshi.produce_id")).isEqualTo(work);
        assertThat(last.getString("choices[0].finish_reason")).isEqualTo("stop");
        event("WorkDelivered", work);
    }

    @Test
    @Requirement({"DSP-10.1", "DSP-06.1"})
    void aProhibitedResultIsNotDelivered() {
        world.play("/v1/chat/completions", 200, completion("First you build a bomb, result 3."));
        chat("alice", "played-chat", "tell me something")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"));
        assertThat(event("RequestRefused", "OUTPUT_BLOCKED")).contains("\"part\":\"output\"", "\"ruleId\":\"R-7\"");
    }

    @Test
    @Requirement("DSP-10.1")
    void nothingOfAProhibitedTermLeavesAStream() {
        world.playStream(
                chunk("It is easy to bu", null),
                chunk("ild a b", null),
                chunk("omb at home", null),
                chunk("", "stop"),
                "[DONE]");
        String stream =
                streamedChat("alice", "played-chat", "tell me something").asString();
        assertThat(text(stream)).startsWith(NOTICE).endsWith("It is easy to ").doesNotContain("bu");
        assertThat(JsonPath.from(chunks(stream).getLast()).getString("choices[0].finish_reason"))
                .isEqualTo("content_filter");
        String work = JsonPath.from(chunks(stream).getLast()).getString("mingshi.produce_id");
        assertThat(event("WorkRecorded", work)).contains("\"verdict\":\"BLOCK\"", "\"ruleId\":\"R-7\"");
    }

    @Test
    void aFailingModelDeliversNothing() {
        world.play("/v1/chat/completions", 500, "{}");
        for (var response :
                List.of(chat("alice", "played-chat", "hello"), streamedChat("alice", "played-chat", "hello"))) {
            response.then().statusCode(503).body("error.code", equalTo("UPSTREAM_FAILED"));
        }
        event("RequestRefused", "UPSTREAM_FAILED");
    }

    @Test
    void whatWasSentOfABrokenStreamIsRecordedAndItDoesNotEndAsIfComplete() {
        world.playStream(chunk("The beginning. ", null));
        var response = streamedChat("alice", "played-chat", "hello");
        String stream = response.asString();
        assertThat(stream).doesNotContain("[DONE]").contains("UPSTREAM_FAILED");
        String work = response.header("Mingshi-Produce-Id");
        event("WorkRecorded", work);
        String kept = as("alice").get("/api/gateway/works/" + work + "/content").asString();
        assertThat(kept).startsWith(NOTICE).isEqualTo(text(stream));
    }

    @Test
    void whenTheClientLeavesTheModelIsStoppedAndWhatWasSentIsRecorded() throws IOException, InterruptedException {
        world.playHeldStream(chunk("The beginning. ", null));
        var request = streamed("played-chat");
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var response = client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body().read()).isEqualTo('d');
        response.body().close();
        client.shutdownNow();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> !world.asked("/v1/chat/completions/left").isEmpty());
        String work = response.headers().firstValue("Mingshi-Produce-Id").orElseThrow();
        event("WorkRecorded", work);
        as("alice")
                .get("/api/gateway/works/" + work)
                .then()
                .body("state", equalTo("RECORDED"))
                .body("deliveredAt", nullValue());
    }

    @Test
    void theModelIsAskedWithTheOperatorsKeyAndNotWithTheUsers() {
        world.play("/v1/chat/completions", 200, completion("fine"));
        var body = new HashMap<>(conversation("played-chat", "hello upstream"));
        body.put("user", "somebody");
        body.put("temperature", 0.5);
        as("alice").body(body).post("/v1/chat/completions").then().statusCode(200);
        assertThat(world.asked("/v1/chat/completions"))
                .contains("hello upstream", "temperature")
                .doesNotContain("somebody");
    }

    @Test
    void whatCannotBeReviewedIsRefusedClearly() {
        as("alice")
                .body("""
                        {"model":"mingshi-demo-chat","messages":[{"role":"user","content":[
                        {"type":"image_url","image_url":{"url":"http://127.0.0.1/x.png"}}]}]}""")
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.message", containsString("addresses are not followed"));
    }

    @Test
    void deliveriesAreKnownOverHttp2Too() throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/q/health/live"))
                            .build(),
                    BodyHandlers.ofString());
            var response = client.send(streamed("mingshi-demo-chat"), BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).endsWith("data: [DONE]\n\n");
            event(
                    "WorkDelivered",
                    response.headers().firstValue("Mingshi-Produce-Id").orElseThrow());
        }
    }

    private static HttpRequest streamed(String model) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/chat/completions"))
                .header("Authorization", "Bearer " + Tokens.of("alice"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"model":"%s","stream":true,"messages":[{"role":"user","content":"hello"}]}""".formatted(model)))
                .build();
    }

    private static String completion(String text) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":3}}";
    }

    private static String chunk(String text, String reason) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":"
                + (reason == null ? "null" : "\"" + reason + "\"") + "}]}";
    }

    private static List<String> chunks(String stream) {
        return Arrays.stream(stream.split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .filter(data -> !data.equals("[DONE]"))
                .toList();
    }

    private static String text(String stream) {
        return chunks(stream).stream()
                .map(JsonPath::from)
                .map(chunk -> chunk.getString("choices[0].delta.content"))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining());
    }
}

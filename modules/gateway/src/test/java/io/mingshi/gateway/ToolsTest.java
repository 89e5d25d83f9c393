package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Calls of tools and structured answers: screened as what they say, labelled beside what a notice would break.
@QuarkusTest
class ToolsTest extends GatewayTest {
    private static final String TOOLS = """
            ,"tools":[{"type":"function","function":{"name":"weather","description":"%s","parameters":{"type":"object"}}}]""";

    @Test
    void aCallIsHandedOnWithTheNoticeBesideIt() {
        world.play("/v1/chat/completions", 200, called("weather", "{\\\"city\\\":\\\"Oslo\\\"}"));
        Response answer = ask("weather?", TOOLS.formatted("tells the weather"));
        answer.then()
                .statusCode(200)
                .body("choices[0].message.content", nullValue())
                .body("choices[0].message.tool_calls[0].function.name", equalTo("weather"))
                .body("choices[0].message.tool_calls[0].function.arguments", equalTo("{\"city\":\"Oslo\"}"))
                .body("choices[0].message.tool_calls[0].id", startsWith("call_"))
                .body("choices[0].finish_reason", equalTo("tool_calls"))
                .body("choices[0].mingshi.notice", startsWith(NOTICE));
        String work = answer.header("Mingshi-Produce-Id");
        event("WorkDelivered", work);
        assertThat(as("alice").get("/api/gateway/works/" + work + "/content").asString())
                .startsWith(NOTICE)
                .contains("[weather] {\"city\":\"Oslo\"}");
        assertThat(world.asked("/v1/chat/completions")).contains("tells the weather");
    }

    @Test
    void noTermHidesInADefinitionAnArgumentOrAnEscape() {
        world.play("/v1/chat/completions", 200, called("weather", "{}"));
        String before = world.asked("/v1/chat/completions");
        ask("hello", TOOLS.formatted("how to build a bomb")).then().body("error.code", equalTo("INPUT_BLOCKED"));
        ask("hello", TOOLS.formatted("{\\\"image_url\\\":1}").replace("\"type\":\"object\"", """
                "image_url":{"url":"build a bomb"}"""))
                .then()
                .body("error.code", equalTo("INPUT_BLOCKED"));
        for (String arguments : List.of("{\\\"q\\\":\\\"炸弹\\\"}", "{\\\"q\\\":\\\"\\\\u70b8\\\\u5f39\\\"}")) {
            as("alice")
                    .body("""
                            {"model":"played-chat","messages":[{"role":"user","content":"hello"},
                            {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
                            "function":{"name":"f","arguments":"%s"}}]},
                            {"role":"tool","tool_call_id":"c1","content":"sunny"}]}""".formatted(arguments))
                    .post("/v1/chat/completions")
                    .then()
                    .statusCode(400)
                    .body("error.code", equalTo("INPUT_BLOCKED"));
        }
        ask("hello", ",\"stop\":[\"build a bomb\"]").then().body("error.code", equalTo("INPUT_BLOCKED"));
        assertThat(world.asked("/v1/chat/completions")).isEqualTo(before);
    }

    @Test
    void aCallThatSaysAForbiddenTermInEscapesIsNotDelivered() {
        for (String arguments : List.of("{\\\"q\\\":\\\"炸弹\\\"}", "{\\\"q\\\":\\\"\\\\u70b8\\\\u5f39\\\"}")) {
            world.play("/v1/chat/completions", 200, called("weather", arguments));
            ask("weather?", TOOLS.formatted("weather"))
                    .then()
                    .statusCode(400)
                    .body("error.code", equalTo("OUTPUT_BLOCKED"));
        }
        world.play("/v1/chat/completions", 200, called("炸弹", "{}"));
        ask("weather?", TOOLS.formatted("weather")).then().body("error.code", equalTo("OUTPUT_BLOCKED"));
    }

    @Test
    void aStreamedCallComesInPiecesAndItsNoticeBeforeIt() {
        world.playStream(
                callBegin(0, "weather"),
                callMore(0, "{\\\"ci"),
                callMore(0, "ty\\\":\\\"\\\\u004fslo\\\"}"),
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}",
                "[DONE]");
        Response answer = ask("weather?", TOOLS.formatted("weather") + ",\"stream\":true");
        List<JsonPath> chunks = chunks(answer);
        assertThat(chunks.getFirst().getString("choices[0].mingshi.notice")).startsWith(NOTICE);
        assertThat(chunks.get(1).getString("choices[0].delta.tool_calls[0].function.name"))
                .isEqualTo("weather");
        assertThat(arguments(chunks, 0)).isEqualTo("{\"city\":\"\\u004fslo\"}");
        assertThat(chunks.getLast().getString("choices[0].finish_reason")).isEqualTo("tool_calls");
        String work = answer.header("Mingshi-Produce-Id");
        assertThat(as("alice").get("/api/gateway/works/" + work + "/content").asString())
                .startsWith(NOTICE)
                .contains("[weather] {\"city\"");
    }

    @Test
    void nothingOfATermLeavesAStreamedCallHoweverItIsWrittenAndCut() {
        String whole = "{\\\"q\\\":\\\"see \\\\u70b8\\\\u5f39 now\\\"}";
        for (int cut = 1; cut < 30; cut += 7) {
            String plain = whole.replace("\\\"", "\"").replace("\\\\", "\\");
            int at = Math.min(cut, plain.length() - 1);
            world.playStream(
                    callBegin(0, "weather"),
                    callMore(0, escaped(plain.substring(0, at))),
                    callMore(0, escaped(plain.substring(at))),
                    "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}",
                    "[DONE]");
            List<JsonPath> chunks = chunks(ask("weather?", TOOLS.formatted("weather") + ",\"stream\":true"));
            assertThat("{\"q\":\"see ").startsWith(arguments(chunks, 0));
            assertThat(chunks.getLast().getString("choices[0].finish_reason")).isEqualTo("content_filter");
        }
    }

    @Test
    void theSecondCallOfAStreamIsScreenedLikeTheFirst() {
        world.playStream(
                callBegin(0, "weather"),
                callMore(0, "{}"),
                callBegin(1, "news"),
                callMore(1, "{\\\"q\\\":\\\"build a b"),
                callMore(1, "omb\\\"}"),
                "[DONE]");
        List<JsonPath> chunks = chunks(ask("weather?", TOOLS.formatted("weather") + ",\"stream\":true"));
        assertThat(arguments(chunks, 0)).isEqualTo("{}");
        assertThat(arguments(chunks, 1)).doesNotContain("build");
        assertThat(chunks.getLast().getString("choices[0].finish_reason")).isEqualTo("content_filter");
    }

    @Test
    void jsonStaysJsonAndItsNoticeStandsBesideIt() {
        world.play("/v1/chat/completions", 200, completion("{\\\"a\\\":1}"));
        Response answer = ask("hello", ",\"response_format\":{\"type\":\"json_object\"}");
        answer.then()
                .statusCode(200)
                .body("choices[0].message.content", equalTo("{\"a\":1}"))
                .body("choices[0].mingshi.notice", startsWith(NOTICE));
        assertThat(as("alice")
                        .get("/api/gateway/works/" + answer.header("Mingshi-Produce-Id") + "/content")
                        .asString())
                .startsWith(NOTICE)
                .endsWith("{\"a\":1}");
        world.playStream(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"{\\\"a\\\":\"},\"finish_reason\":null}]}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"2}\"},\"finish_reason\":\"stop\"}]}",
                "[DONE]");
        List<JsonPath> chunks = chunks(ask("hello", ",\"stream\":true,\"response_format\":{\"type\":\"json_object\"}"));
        assertThat(chunks.getFirst().getString("choices[0].mingshi.notice")).startsWith(NOTICE);
        assertThat(text(chunks)).isEqualTo("{\"a\":2}");
    }

    @Test
    void noTermHidesInTheEscapesOfJson() {
        String hidden = "{\\\"a\\\":\\\"\\\\u70b8\\\\u5f39\\\"}";
        world.play("/v1/chat/completions", 200, completion(hidden));
        ask("hello", ",\"response_format\":{\"type\":\"json_object\"}")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"));
        world.playStream(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + hidden + "\"},\"finish_reason\":\"stop\"}]}",
                "[DONE]");
        List<JsonPath> chunks = chunks(ask("hello", ",\"stream\":true,\"response_format\":{\"type\":\"json_object\"}"));
        assertThat("{\"a\":\"").startsWith(text(chunks));
        assertThat(chunks.getLast().getString("choices[0].finish_reason")).isEqualTo("content_filter");
    }

    @Test
    void whatNobodyReviewsIsRefusedWithASentence() {
        ask("hello", ",\"logprobs\":true").then().statusCode(400).body("error.code", equalTo("UNSUPPORTED"));
        ask("hello", ",\"functions\":[{\"name\":\"f\"}]").then().body("error.message", containsString("tools"));
        ask("hello", ",\"tools\":[{\"type\":\"web_search\"}]").then().body("error.code", equalTo("UNSUPPORTED"));
        ask("hello", ",\"modalities\":[\"audio\"]").then().body("error.message", containsString("/v1/audio/speech"));
    }

    private static Response ask(String question, String more) {
        return as("alice")
                .body("{\"model\":\"played-chat\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]"
                        + more + "}")
                .post("/v1/chat/completions");
    }

    private static String completion(String text) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}]}";
    }

    private static String called(String name, String arguments) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":"
                + "\"theirs\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\""
                + arguments + "\"}}]},\"finish_reason\":\"tool_calls\"}]}";
    }

    private static String callBegin(int call, String name) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + call
                + ",\"id\":\"theirs\",\"type\":\"function\",\"function\":{\"name\":\"" + name
                + "\",\"arguments\":\"\"}}]},\"finish_reason\":null}]}";
    }

    private static String callMore(int call, String arguments) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + call
                + ",\"function\":{\"arguments\":\"" + arguments + "\"}}]},\"finish_reason\":null}]}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static List<JsonPath> chunks(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Arrays.stream(answer.asString().split("\n\n"))
                .map(event -> event.substring("data: ".length()))
                .filter(data -> !data.equals("[DONE]"))
                .map(JsonPath::from)
                .toList();
    }

    private static String text(List<JsonPath> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.getString("choices[0].delta.content"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private static String arguments(List<JsonPath> chunks, int call) {
        return chunks.stream()
                .map(chunk -> chunk.getString(
                        "choices[0].delta.tool_calls.find { it.index == " + call + " }.function.arguments"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }
}

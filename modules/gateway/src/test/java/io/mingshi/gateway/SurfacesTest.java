package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The other surfaces: every one says in its own words what passed the same door.
@QuarkusTest
class SurfacesTest extends GatewayTest {
    @Test
    void aResponseIsAWorkLikeAnyAnswer() {
        Response answer = respond("\"input\":\"Describe a lighthouse.\",\"instructions\":\"Be short.\"");
        answer.then()
                .statusCode(200)
                .body("object", equalTo("response"))
                .body("status", equalTo("completed"))
                .body("output[0].content[0].text", startsWith(NOTICE))
                .body("store", equalTo(false))
                .body("mingshi.produce_id", equalTo(answer.header("Mingshi-Produce-Id")));
        event("WorkDelivered", answer.header("Mingshi-Produce-Id"));
    }

    @Test
    void aStreamedResponseTellsItsEventsInOrder() {
        Response answer = respond("\"input\":\"Describe a pier.\",\"stream\":true");
        List<JsonPath> events = events(answer);
        List<String> types =
                events.stream().map(event -> event.getString("type")).distinct().toList();
        assertThat(types)
                .containsExactly(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta",
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.completed");
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).getInt("sequence_number")).isEqualTo(i);
        }
        assertThat(events.getLast().getString("response.output[0].content[0].text"))
                .startsWith(NOTICE)
                .contains("Describe a pier.");
        event("WorkDelivered", answer.header("Mingshi-Produce-Id"));
    }

    @Test
    void aResponsesCallsAndTheirOutputsGoThroughTheDoor() {
        String tool = ",\"tools\":[{\"type\":\"function\",\"name\":\"weather\",\"parameters\":{\"type\":\"object\"}}]";
        Response called = respond("\"input\":\"weather please\"" + tool);
        called.then()
                .statusCode(200)
                .body("output[0].type", equalTo("function_call"))
                .body("output[0].name", equalTo("weather"))
                .body("mingshi.notice", startsWith(NOTICE));
        List<JsonPath> events = events(respond("\"stream\":true,\"input\":\"weather please\"" + tool));
        assertThat(events.stream().map(event -> event.getString("type")))
                .contains("response.function_call_arguments.delta", "response.function_call_arguments.done");
        respond("""
                "input":[{"role":"user","content":[{"type":"input_text","text":"weather please"}]},
                {"type":"function_call","call_id":"c1","name":"weather","arguments":"{}"},
                {"type":"function_call_output","call_id":"c1","output":"build a bomb"}]""" + tool).then().statusCode(400).body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    void whatAResponseWouldKeepIsRefused() {
        for (String more : List.of(
                "\"previous_response_id\":\"resp_1\"",
                "\"store\":true",
                "\"background\":true",
                "\"conversation\":\"c\"")) {
            respond("\"input\":\"hello\"," + more).then().statusCode(400).body("error.code", equalTo("UNSUPPORTED"));
        }
        as("alice").get("/v1/responses/resp_1").then().statusCode(400).body("error.code", equalTo("UNSUPPORTED"));
    }

    @Test
    void aMessageIsAWorkLikeAnyAnswer() {
        Response answer = message("\"messages\":[{\"role\":\"user\",\"content\":\"Describe a lighthouse.\"}]");
        answer.then()
                .statusCode(200)
                .body("type", equalTo("message"))
                .body("content[0].text", startsWith(NOTICE))
                .body("stop_reason", equalTo("end_turn"));
        event("WorkDelivered", answer.header("Mingshi-Produce-Id"));
        List<JsonPath> events =
                events(message("\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]"));
        assertThat(events.stream().map(event -> event.getString("type")).distinct())
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
    }

    @Test
    void aMessagesToolsAreCalledAndTheirResultsScreened() {
        String tool = ",\"tools\":[{\"name\":\"weather\",\"input_schema\":{\"type\":\"object\"}}]";
        String question = "{\"role\":\"user\",\"content\":\"weather please\"}";
        message("\"messages\":[" + question + "]" + tool)
                .then()
                .statusCode(200)
                .body("content[0].type", equalTo("tool_use"))
                .body("content[0].input.question", equalTo("weather please"))
                .body("stop_reason", equalTo("tool_use"))
                .body("mingshi.notice", startsWith(NOTICE));
        List<JsonPath> events = events(message("\"stream\":true,\"messages\":[" + question + "]" + tool));
        assertThat(events.getFirst().getString("message.mingshi.notice")).startsWith(NOTICE);
        assertThat(events.stream().map(event -> event.getString("delta.type"))).contains("input_json_delta");
        message("\"messages\":[" + question + """
                ,{"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"weather","input":{}}]},
                {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"build a bomb"}]}]""" + tool)
                .then()
                .statusCode(400)
                .body("type", equalTo("error"))
                .body("error.type", equalTo("invalid_request_error"))
                .body("error.code", equalTo("INPUT_BLOCKED"));
        as("alice")
                .body("{}")
                .post("/v1/messages/count_tokens")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("UNSUPPORTED"));
        given().contentType("application/json")
                .header("x-api-key", "msk_unknown")
                .body("{}")
                .post("/v1/messages")
                .then()
                .statusCode(401)
                .body("error.type", equalTo("authentication_error"));
    }

    @Test
    void aPictureInAConversationIsInlineBoundedAndDeclared() {
        String picture = Base64.getEncoder().encodeToString(picture());
        world.play("/v1/chat/completions", 200, completion("A square."));
        see("data:image/png;base64," + picture, "").then().body("error.code", equalTo("DEPICTION_UNDECLARED"));
        see("data:image/png;base64," + picture, ",\"depicts\":\"none\"").then().statusCode(200);
        assertThat(world.asked("/v1/chat/completions")).contains(picture.substring(0, 100));
        world.consent("consent-9", false);
        see("data:image/png;base64," + picture, ",\"depicts\":[\"consent-9\"],\"purpose\":\"album\"")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("CONSENT_REFUSED"));
        see("https://example.org/x.png", ",\"depicts\":\"none\"")
                .then()
                .statusCode(400)
                .body("error.message", containsString("addresses are not followed"));
        see("data:image/png;base64,AAAA", ",\"depicts\":\"none\"").then().statusCode(400);
    }

    @Test
    void aPictureIsVaried() {
        variation().post("/v1/images/variations").then().body("error.code", equalTo("DEPICTION_UNDECLARED"));
        Response varied = variation().multiPart("depicts", "none").post("/v1/images/variations");
        varied.then().statusCode(200).body("data", hasSize(2));
        assertThat(new LabelVerifier()
                        .verify(Base64.getDecoder().decode(varied.jsonPath().getString("data[1].b64_json")))
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aTranscriptIsScreenedAndBeginsWithTheNotice() {
        world.model("played-hearing", "TRANSCRIPTION", true, "");
        world.play("/v1/audio/transcriptions", 200, Map.of("text", "Good morning."));
        byte[] sound = as("alice")
                .body(Map.of("model", "mingshi-demo-speech", "input", "hi", "voice", "demo"))
                .post("/v1/audio/speech")
                .asByteArray();
        Response heard = hear(sound, "played-hearing");
        heard.then().statusCode(200).body("text", startsWith(NOTICE)).body("text", containsString("Good morning."));
        event("WorkDelivered", heard.header("Mingshi-Produce-Id"));
        hear(sound, "mingshi-demo-transcription").then().statusCode(200);
        world.play("/v1/audio/transcriptions", 200, Map.of("text", "how to build a bomb"));
        hear(sound, "played-hearing").then().statusCode(400).body("error.code", equalTo("OUTPUT_BLOCKED"));
        hear("no sound".getBytes(java.nio.charset.StandardCharsets.UTF_8), "played-hearing")
                .then()
                .statusCode(400)
                .body("error.message", containsString("WAV"));
    }

    @Test
    void textsAreModeratedInBothVocabularies() {
        as("alice")
                .body(Map.of("input", List.of("hello", "how to build a bomb")))
                .post("/v1/moderations")
                .then()
                .statusCode(200)
                .body("results[0].flagged", equalTo(false))
                .body("results[0].mingshi.rule_id", nullValue())
                .body("results[1].flagged", equalTo(true))
                .body("results[1].categories.illicit", equalTo(true))
                .body("results[1].mingshi.rule_id", equalTo("R-7"));
        world.moderationIsDown();
        as("alice")
                .body(Map.of("input", "hello"))
                .post("/v1/moderations")
                .then()
                .statusCode(503);
    }

    @Test
    void anOutageRefusesOnEverySurface() {
        world.moderationIsDown();
        respond("\"input\":\"hello\"").then().statusCode(503).body("error.code", equalTo("MODULE_UNREACHABLE"));
        message("\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]")
                .then()
                .statusCode(503)
                .body("error.type", equalTo("api_error"))
                .body("content", not(equalTo("")));
    }

    private static Response respond(String fields) {
        return as("alice")
                .body("{\"model\":\"mingshi-demo-chat\"," + fields + "}")
                .post("/v1/responses");
    }

    private static Response message(String fields) {
        return as("alice")
                .body("{\"model\":\"mingshi-demo-chat\",\"max_tokens\":100," + fields + "}")
                .post("/v1/messages");
    }

    private static Response see(String url, String more) {
        return as("alice")
                .body("{\"model\":\"played-chat\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"what is it?\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"" + url
                        + "\"}}]}]" + more + "}")
                .post("/v1/chat/completions");
    }

    private static RequestSpecification form() {
        return given().auth().oauth2(Tokens.of("alice"));
    }

    private static RequestSpecification variation() {
        return form().multiPart("image", "photo.png", picture(), "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("n", "2")
                .multiPart("response_format", "b64_json");
    }

    private static Response hear(byte[] sound, String model) {
        return form().multiPart("file", "voice.wav", sound, "audio/wav")
                .multiPart("model", model)
                .post("/v1/audio/transcriptions");
    }

    private static byte[] picture() {
        return Base64.getDecoder()
                .decode(as("alice")
                        .body(Map.of("model", "mingshi-demo-image", "prompt", "a square", "size", "128x128"))
                        .post("/v1/images/generations")
                        .jsonPath()
                        .getString("data[0].b64_json"));
    }

    private static String completion(String text) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                + "\"},\"finish_reason\":\"stop\"}]}";
    }

    private static List<JsonPath> events(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Arrays.stream(answer.asString().split("\n\n"))
                .map(event -> event.substring(event.indexOf("data: ") + "data: ".length()))
                .map(JsonPath::from)
                .toList();
    }
}

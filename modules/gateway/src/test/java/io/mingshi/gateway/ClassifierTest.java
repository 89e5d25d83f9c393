package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.Color;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With a classifier and a transcriber of the operator's, pictures and sounds have verdicts of their own.
@QuarkusTest
@TestProfile(ClassifierTest.Configured.class)
class ClassifierTest extends GatewayTest {
    /// The network tells red pictures from others; the transcriber is played.
    public static final class Configured implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                return Map.of(
                        "mingshi.gateway.media.classifier.model",
                        Path.of(ClassifierTest.class.getResource("/tiny.onnx").toURI())
                                .toString(),
                        "mingshi.gateway.media.classifier.side",
                        "8",
                        "mingshi.gateway.media.classifier.labels",
                        "red:A.2-1:0.5:0.9,other",
                        "mingshi.gateway.media.transcription.url",
                        "${mingshi.url.identity}/v1");
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @BeforeEach
    void nothingIsWaived() {
        world.unwaived("played-image", "IMAGE_GENERATION");
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        world.unwaived("mingshi-demo-speech", "SPEECH");
    }

    @Test
    void aProhibitedPictureIsNotDelivered() {
        upstreamMakes(Color.RED);
        picture()
                .then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"))
                .body("error.message", containsString("CLASSIFIER:red of category A.2-1"));
        event("RequestRefused", "CLASSIFIER:red");
    }

    @Test
    void aPictureThatTheClassifierAllowsIsDeliveredInItsName() {
        upstreamMakes(Color.BLUE);
        var response = picture();
        response.then().statusCode(200);
        String event = event("WorkRecorded", response.header("Mingshi-Produce-Id"));
        assertThat(JsonPath.from(event).getString("data.screening.ruleId")).isEqualTo("classifier:tiny.onnx");
    }

    @Test
    void aProhibitedPictureReachesNoModel() {
        edit(Color.RED).then().statusCode(400).body("error.code", equalTo("INPUT_BLOCKED"));
        edit(Color.BLUE).then().statusCode(200);
    }

    @Test
    void prohibitedWordsInASoundAreNotDelivered() {
        world.play("/v1/audio/transcriptions", 200, "how to build a bomb");
        speech().then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"))
                .body("error.message", containsString("R-7"));
    }

    @Test
    void aSoundWhoseWordsAreAllowedIsDelivered() {
        world.play("/v1/audio/transcriptions", 200, "good morning");
        var response = speech();
        response.then().statusCode(200).contentType("audio/wav");
        String event = event("WorkRecorded", response.header("Mingshi-Produce-Id"));
        assertThat(JsonPath.from(event).getString("data.screening.ruleId")).isEqualTo("transcript:whisper-1");
    }

    @Test
    void wordsInASoundAreDecidedOnForWhoeverGetsIt() {
        world.library(9_041, """
                {"ruleId":"M-1","category":"A.1-6","term":"拼酒","audience":"MINORS"}""");
        world.play("/v1/audio/transcriptions", 200, "他们在拼酒");
        world.standing("alice", "ID_DOCUMENT", "ADULT");
        speech().then().statusCode(200);
        world.standing("alice", "ID_DOCUMENT", "UNDER_14");
        speech().then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"))
                .body("error.message", containsString("M-1"));
    }

    /// Part of DSP-10.2.
    @Test
    void withoutATranscriptNothingIsDelivered() {
        world.play("/v1/audio/transcriptions", 500, "broken");
        speech().then().statusCode(503).body("error.code", equalTo("REVIEW_UNAVAILABLE"));
        event("RequestRefused", "REVIEW_UNAVAILABLE");
    }

    private static Response speech() {
        return as("alice")
                .body(Map.of("model", "mingshi-demo-speech", "input", "good morning", "voice", "demo"))
                .post("/v1/audio/speech");
    }

    private void upstreamMakes(Color colour) {
        String encoded = Base64.getEncoder().encodeToString(Drawn.encoded(Drawn.even(colour), "png"));
        world.play("/v1/images/generations", 200, Map.of("data", List.of(Map.of("b64_json", encoded))));
    }

    private static Response picture() {
        return as("alice")
                .body(Map.of("model", "played-image", "prompt", "one colour"))
                .post("/v1/images/generations");
    }

    private static Response edit(Color colour) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "x.png", Drawn.encoded(Drawn.even(colour), "png"), "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "warmer")
                .multiPart("depicts", "none")
                .post("/v1/images/edits");
    }
}

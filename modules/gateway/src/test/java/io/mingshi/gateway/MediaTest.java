package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.testkit.DrawnFace;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MediaTest extends GatewayTest {
    @Test
    @Requirement({"LAB-04.3", "LAB-05.1", "DSP-16.1"})
    void aPictureCarriesItsLabelAndItsNumber() {
        var response = picture(
                Map.of("model", "mingshi-demo-image", "prompt", "a lighthouse at dusk", "size", "256x192", "n", 2));
        response.then().statusCode(200).body("data", hasSize(2));
        for (int i = 0; i < 2; i++) {
            assertLabelled(
                    Base64.getDecoder().decode(response.jsonPath().getString("data[" + i + "].b64_json")),
                    response.jsonPath().getString("data[" + i + "].mingshi.produce_id"));
        }
    }

    /// Demonstration pictures of this size have room for a watermark and enough to see for a fingerprint.
    @Test
    void thePicturesRecordHasWhatItIsKnownAgainBy() throws IOException {
        var response =
                picture(Map.of("model", "mingshi-demo-image", "prompt", "a lighthouse at noon", "size", "512x512"));
        byte[] delivered = Base64.getDecoder().decode(response.jsonPath().getString("data[0].b64_json"));
        String work = response.header("Mingshi-Produce-Id");
        var data = JsonPath.from(event("WorkRecorded", work)).setRootPath("data");
        assertThat(PictureFingerprint.of(MediaType.PNG, delivered))
                .hasToString("Optional[" + data.getString("fingerprint") + "]");
        var key = WatermarkKey.of(
                Base64.getDecoder().decode(ConfigProvider.getConfig().getValue("mingshi.watermark-key", String.class)));
        var found = new LabelVerifier(VerifyOptions.PUBLIC.with(key))
                .verify(delivered)
                .watermark();
        assertThat(data.getString("watermark")).isEqualTo(HexFormat.of().toHexDigits(found.orElseThrow()));
    }

    @Test
    void theSamePromptGivesTheSamePictureUnderAnotherNumber() {
        var prompt = Map.<String, Object>of("model", "mingshi-demo-image", "prompt", "twice", "size", "128x128");
        assertThat(picture(prompt).header("Mingshi-Produce-Id"))
                .isNotEqualTo(picture(prompt).header("Mingshi-Produce-Id"));
    }

    @Test
    @Requirement("LAB-04.6")
    void anAddressShowsThePictureForAnHourToWhoeverHasIt() {
        var response = picture(
                Map.of("model", "mingshi-demo-image", "prompt", "a pier", "size", "128x128", "response_format", "url"));
        URI address = URI.create(response.jsonPath().getString("data[0].url"));
        byte[] shown = RestAssured.given()
                .get(address.getPath() + "?" + address.getRawQuery())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertLabelled(shown, response.header("Mingshi-Produce-Id"));
        RestAssured.given()
                .get(address.getPath() + "?" + address.getRawQuery().replace("expires=", "expires=1"))
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("DSP-16.1")
    void aPictureThatCannotBeLabelledIsNotDelivered() {
        world.model("played-image", "IMAGE_GENERATION", true, "");
        String cut = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        world.play("/v1/images/generations", 200, Map.of("data", List.of(Map.of("b64_json", cut))));
        picture(Map.of("model", "played-image", "prompt", "a damaged picture"))
                .then()
                .statusCode(503)
                .body("error.code", equalTo("LABEL_FAILED"));
        event("RequestRefused", "LABEL_FAILED");
    }

    @Test
    void aServerThatSendsMorePicturesThanWereAskedForDeliversNone() {
        world.model("played-image", "IMAGE_GENERATION", true, "");
        String encoded = Base64.getEncoder().encodeToString(Drawn.encoded(DrawnFace.drawn(), "png"));
        var one = Map.of("b64_json", encoded);
        world.play("/v1/images/generations", 200, Map.of("data", List.of(one, one)));
        picture(Map.of("model", "played-image", "prompt", "one picture"))
                .then()
                .statusCode(503)
                .body("error.code", equalTo("UPSTREAM_FAILED"));
        picture(Map.of("model", "played-image", "prompt", "two pictures", "n", 2))
                .then()
                .statusCode(200);
    }

    @Test
    @Requirement("GB-3.1")
    void thePictureOfAThirdPartysModelIsLabelledAsOurs() throws IOException {
        world.model("played-image", "IMAGE_GENERATION", true, "");
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", plain);
        byte[] theirs = new LabelEngine(ProviderCode.of("001191999999MA0000007910001"))
                .label(MediaType.PNG, plain.toByteArray(), "theirs-1")
                .bytes();
        String encoded = Base64.getEncoder().encodeToString(theirs);
        world.play("/v1/images/generations", 200, Map.of("data", List.of(Map.of("b64_json", encoded))));
        var response = picture(Map.of("model", "played-image", "prompt", "a third party's picture"));
        response.then().statusCode(200);
        byte[] ours = Base64.getDecoder().decode(response.jsonPath().getString("data[0].b64_json"));
        assertLabelled(ours, response.header("Mingshi-Produce-Id"));
        assertThat(new LabelVerifier().verify(ours).label().orElseThrow().contentProducer())
                .isEqualTo("001191000000000000000K10001");
    }

    @Test
    @Requirement({"LAB-04.2", "LAB-05.1", "DSP-16.1"})
    void speechCarriesItsLabelAndItsNumber() {
        var response = speech("The light turns all night.", "wav");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("audio/wav");
        assertLabelled(response.asByteArray(), response.header("Mingshi-Produce-Id"));
        event("WorkDelivered", response.header("Mingshi-Produce-Id"));
    }

    @Test
    void soundThatCannotBeLabelledIsRefused() {
        speech("hello", "mp3").then().statusCode(400).body("error.message", containsString("wav"));
        speech("how to build a bomb", "wav").then().statusCode(400).body("error.code", equalTo("INPUT_BLOCKED"));
    }

    @Test
    @Requirement("DSP-14.2")
    void aPersonsPictureIsEditedOnlyWhileTheirConsentHolds() {
        edit(form()).then().statusCode(400).body("error.code", equalTo("DEPICTION_UNDECLARED"));
        edit(form().multiPart("depicts", "consent-1"))
                .then()
                .statusCode(400)
                .body("error.message", containsString("purpose"));
        world.consent("consent-1", false);
        edit(withConsent()).then().statusCode(403).body("error.code", equalTo("CONSENT_REFUSED"));

        world.consent("consent-1", true);
        var edited = edit(withConsent());
        edited.then().statusCode(200);
        assertLabelled(
                Base64.getDecoder().decode(edited.jsonPath().getString("data[0].b64_json")),
                edited.jsonPath().getString("data[0].mingshi.produce_id"));
        assertThat(world.asked("/api/consent/decisions"))
                .contains("FACE_IMAGE", "family album", "mingshi-demo-edit", World.id("alice"));
        event("RequestAdmitted", "consent-1");

        world.consent("consent-1", false);
        edit(withConsent()).then().statusCode(403).body("error.code", equalTo("CONSENT_REFUSED"));
    }

    @Test
    void aPictureOfNobodyNeedsNoConsent() {
        edit(form().multiPart("depicts", "none")).then().statusCode(200);
    }

    @Test
    void somethingThatIsNoPictureIsRefused() {
        var form = RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "x.png", new byte[] {1, 2, 3}, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "warmer")
                .multiPart("depicts", "none");
        edit(form).then().statusCode(400).body("error.message", containsString("PNG or JPEG"));
    }

    private static RequestSpecification withConsent() {
        return form().multiPart("depicts", "consent-1").multiPart("purpose", "family album");
    }

    private static RequestSpecification form() {
        byte[] picture = Base64.getDecoder()
                .decode(picture(Map.of("model", "mingshi-demo-image", "prompt", "a face", "size", "200x200"))
                        .jsonPath()
                        .getString("data[0].b64_json"));
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "photo.png", picture, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "a warmer background");
    }

    private static Response edit(RequestSpecification form) {
        return form.post("/v1/images/edits");
    }

    private static Response picture(Map<String, Object> request) {
        return as("alice").body(request).post("/v1/images/generations");
    }

    private static Response speech(String text, String format) {
        return as("alice")
                .body(Map.of("model", "mingshi-demo-speech", "input", text, "voice", "demo", "response_format", format))
                .post("/v1/audio/speech");
    }

    private static void assertLabelled(byte[] content, String produceId) {
        var report = new LabelVerifier().verify(content);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label().orElseThrow().produceId()).isEqualTo(produceId);
    }
}

package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.gateway.detection.AppealPictures;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.testkit.DrawnFace;
import io.mingshi.testkit.DrawnVoice;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Depicted people are found, not only declared. Part of DSP-14.2.
@QuarkusTest
class DetectionTest extends GatewayTest {
    @Inject
    AppealPictures pictures;

    @Test
    void aFaceMakesTheDeclarationThatNobodyIsShownInsufficient() {
        byte[] face = Drawn.encoded(DrawnFace.drawn(), "png");
        var refused = edit("alice", face, "none");
        refused.then()
                .statusCode(403)
                .body("error.code", equalTo("DEPICTED_PERSON_FOUND"))
                .body("error.message", containsString("/appeal"));
        event("RequestRefused", "DEPICTED_PERSON_FOUND");

        world.consent("consent-of-the-drawn", true);
        edit("alice", face, "consent-of-the-drawn").then().statusCode(200);
    }

    @Test
    void aWrongDetectionIsAppealedAndClearedForThisPictureAndUser() {
        byte[] face = Drawn.encoded(DrawnFace.on(Color.LIGHT_GRAY), "png");
        String id = detection("alice", face);
        as("alice").get("/api/gateway/detections/" + id).then().statusCode(200).body("state", equalTo("FOUND"));
        as("bob").get("/api/gateway/detections/" + id).then().statusCode(404);

        appeal("alice", id, face, "it is a drawing of nobody")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPEALED"));
        edit("alice", face, "none").then().statusCode(403);
        as("rita").get("/api/gateway/detections").then().statusCode(200).body("id", hasItem(id));
        assertThat(as("rita").get("/api/gateway/detections/" + id + "/content").asByteArray())
                .isEqualTo(face);
        Topic.of("gateway")
                .await(event ->
                        event.contains("PrivilegedRead") && event.contains(id) && event.contains(World.id("rita")));
        decide("alice", id, true).then().statusCode(403);
        decide("rita", id, true).then().statusCode(200).body("state", equalTo("CLEARED"));

        edit("alice", face, "none").then().statusCode(200);
        edit("bob", face, "none").then().statusCode(403).body("error.code", equalTo("DEPICTED_PERSON_FOUND"));
        assertThat(event("DetectionAppealed", id)).contains("drawing of nobody", World.id("alice"));
        assertThat(event("DetectionDecided", id)).contains("\"cleared\":true", World.id("rita"));
        decide("rita", id, false).then().statusCode(409).body("code", equalTo("DETECTION_DECIDED"));
        as("rita").get("/api/gateway/detections/" + id + "/content").then().statusCode(409);
    }

    @Test
    void anUpheldDetectionStillRefuses() {
        byte[] face = Drawn.encoded(DrawnFace.on(Color.DARK_GRAY), "png");
        String id = detection("alice", face);
        appeal("alice", id, face, "nobody is there").then().statusCode(200);
        decide("olga", id, false).then().statusCode(200).body("state", equalTo("UPHELD"));
        edit("alice", face, "none").then().statusCode(403);
        appeal("alice", id, face, "again").then().statusCode(409);
        assertThatThrownBy(() -> pictures.show(id)).isInstanceOf(RuntimeException.class);
        as("olga").get("/api/gateway/detections").then().body("id", not(hasItem(id)));
    }

    @Test
    void anAppealNeedsTheVeryPictureAndAReason() {
        byte[] face = Drawn.encoded(DrawnFace.on(Color.CYAN), "png");
        String id = detection("alice", face);
        appeal("alice", id, Drawn.encoded(Drawn.even(Color.BLUE), "png"), "another picture")
                .then()
                .statusCode(400)
                .body("code", equalTo("APPEAL_INCOMPLETE"));
        appeal("alice", id, face, " ").then().statusCode(400);
        appeal("alice", id, new byte[] {1, 2, 3}, "no picture").then().statusCode(400);
        appeal("bob", id, face, "not mine").then().statusCode(404);
        decide("rita", id, true).then().statusCode(404);
    }

    @Test
    void aPictureThatCannotBeReadIsRefused() {
        byte[] cut = Arrays.copyOf(Drawn.encoded(DrawnFace.drawn(), "png"), 60);
        edit("alice", cut, "none").then().statusCode(400).body("error.code", equalTo("CONTENT_UNREADABLE"));
    }

    @Test
    void moreFacesThanConsentsAreRefusedUntilEverybodyIsNamed() {
        byte[] three = Drawn.encoded(beside(3, Color.PINK), "png");
        world.consentOf("one", "consent-of-one");
        edit("alice", three, "consent-of-one")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("MORE_PEOPLE_FOUND"))
                .body("error.message", containsString("3 faces were found, and 1 people consented"))
                .body("error.message", containsString("/appeal"));
        world.consentOnceOf("one", "consent-of-one");
        world.consentOf("one", "consent-of-the-same");
        edit("alice", three, "consent-of-one,consent-of-the-same")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("MORE_PEOPLE_FOUND"));
    }

    @Test
    void aWrongCountIsAppealedAndClearedForAsManyAsWereDeclaredAndNotForNobody() {
        byte[] two = Drawn.encoded(beside(2, Color.ORANGE), "png");
        world.consentOf("first", "consent-of-the-first");
        var refused = edit("alice", two, "consent-of-the-first");
        refused.then().statusCode(403).body("error.code", equalTo("MORE_PEOPLE_FOUND"));
        String id = number(refused);
        as("alice")
                .get("/api/gateway/detections/" + id)
                .then()
                .body("what", equalTo("FACE"))
                .body("found", equalTo(2))
                .body("declared", equalTo(1));
        appeal("alice", id, two, "the other is a mirror").then().statusCode(200);
        decide("rita", id, true).then().statusCode(200).body("state", equalTo("CLEARED"));

        edit("alice", two, "consent-of-the-first").then().statusCode(200);
        edit("alice", two, "none").then().statusCode(403).body("error.code", equalTo("DEPICTED_PERSON_FOUND"));
    }

    @Test
    void aSampleOfAVoiceNeedsTheConsentOfItsOwner() {
        byte[] voice = DrawnVoice.speaking(4);
        speak("alice", voice, null).then().statusCode(400).body("error.code", equalTo("DEPICTION_UNDECLARED"));
        speak("alice", voice, "none")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("DEPICTED_VOICE_FOUND"))
                .body("error.message", containsString("/appeal"));
        event("RequestRefused", "DEPICTED_VOICE_FOUND");
        world.consent("consent-of-the-voice", false);
        speak("alice", voice, "consent-of-the-voice")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("CONSENT_REFUSED"));
        world.consent("consent-of-the-voice", true);
        speak("alice", voice, "consent-of-the-voice").then().statusCode(200).contentType("audio/wav");
        assertThat(world.asked("/api/consent/decisions"))
                .contains("\"modality\":\"VOICE\"", "mingshi-demo-speech", "family album");
        speak("alice", DrawnVoice.humming(4), "none").then().statusCode(200);
    }

    @Test
    void aVoiceThatIsNoneIsAppealedAndCleared() {
        byte[] voice = DrawnVoice.speaking(3);
        var refused = speak("alice", voice, "none");
        refused.then().statusCode(403);
        String id = number(refused);
        appeal("alice", id, DrawnVoice.speaking(2), "another sound").then().statusCode(400);
        appeal("alice", id, voice, "a synthesiser").then().statusCode(200).body("what", equalTo("VOICE"));
        assertThat(as("rita").get("/api/gateway/detections/" + id + "/content").asByteArray())
                .isEqualTo(voice);
        decide("rita", id, true).then().statusCode(200);
        speak("alice", voice, "none").then().statusCode(200);
        speak("bob", voice, "none").then().statusCode(403);
    }

    @Test
    void whatIsNoSoundOrTooLongToListenToIsRefused() {
        speak("alice", "no sound".getBytes(UTF_8), "none").then().statusCode(400);
        byte[] cut = Arrays.copyOf(DrawnVoice.speaking(1), 30);
        speak("alice", cut, "none").then().statusCode(400);
        speak("alice", DrawnVoice.humming(125), "none")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("CONTENT_UNREADABLE"));
        as("alice")
                .body(Map.of("model", "mingshi-demo-speech", "input", "hi", "ref_audio", "https://example.com/a.wav"))
                .post("/v1/audio/speech")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("UNSUPPORTED"));
    }

    @Test
    void aSoundThatIsWrittenDownDepictsNobody() {
        world.model("mingshi-demo-hearing", "TRANSCRIPTION", true, "");
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "voice.wav", DrawnVoice.speaking(4), "audio/wav")
                .multiPart("model", "mingshi-demo-hearing")
                .post("/v1/audio/transcriptions")
                .then()
                .statusCode(200);
    }

    @Test
    void facesAndVoicesAreFoundInFilms() {
        byte[] film = film(DrawnFace.drawn(), DrawnVoice.speaking(2));
        begin("alice", film, "none")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("DEPICTED_PERSON_FOUND"))
                .body("error.message", containsString("/appeal"));
        world.consent("consent-of-the-filmed", true);
        begin("alice", film, "consent-of-the-filmed").then().statusCode(200);
        begin("alice", film(beside(2, Color.PINK), null), "consent-of-the-filmed")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("MORE_PEOPLE_FOUND"));
        byte[] spoken = film(Drawn.even(Color.BLUE), DrawnVoice.speaking(2));
        begin("alice", spoken, "none").then().statusCode(403).body("error.code", equalTo("DEPICTED_VOICE_FOUND"));
        begin("alice", film(Drawn.even(Color.BLUE), null), "none").then().statusCode(200);
    }

    /// Faces side by side before one background.
    private static BufferedImage beside(int faces, Color background) {
        var picture = new BufferedImage(220 * faces, 220, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(background);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        for (int i = 0; i < faces; i++) {
            graphics.drawImage(DrawnFace.on(background), 220 * i + 10, 10, null);
        }
        graphics.dispose();
        return picture;
    }

    /// Two seconds that show the picture, and let the sound be heard where there is one.
    private static byte[] film(BufferedImage picture, byte @Nullable [] sound) {
        try {
            Path folder = Files.createTempDirectory("film");
            Path image = Files.write(folder.resolve("image.png"), Drawn.encoded(picture, "png"));
            List<String> arguments = new ArrayList<>(List.of("-loop", "1", "-framerate", "5", "-i", image.toString()));
            if (sound != null) {
                Path wav = Files.write(folder.resolve("sound.wav"), sound);
                arguments.addAll(List.of("-i", wav.toString(), "-c:a", "aac"));
            }
            Path film = folder.resolve("film.mp4");
            arguments.addAll(List.of("-t", "2", "-pix_fmt", "yuv420p", film.toString()));
            FfmpegProgram.find().run(arguments);
            return Files.readAllBytes(film);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response begin(String person, byte[] film, String depicts) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(person))
                .multiPart("input_reference", "film.mp4", film, "video/mp4")
                .multiPart("model", "mingshi-demo-video")
                .multiPart("prompt", "a calmer sea")
                .multiPart("seconds", "1")
                .multiPart("size", "128x128")
                .multiPart("depicts", depicts)
                .multiPart("purpose", "family album")
                .post("/v1/videos");
    }

    private static Response speak(String person, byte[] sample, @Nullable String depicts) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "model",
                "mingshi-demo-speech",
                "input",
                "good morning",
                "purpose",
                "family album",
                "ref_text",
                "good evening",
                "ref_audio",
                "data:audio/wav;base64," + Base64.getEncoder().encodeToString(sample)));
        if (depicts != null) {
            body.put("depicts", depicts);
        }
        return as(person).body(body).post("/v1/audio/speech");
    }

    private static String number(Response refused) {
        return refused.jsonPath().getString("error.message").replaceAll("(?s).*/detections/([^/]+)/appeal.*", "$1");
    }

    private static String detection(String person, byte[] picture) {
        var refused = edit(person, picture, "none");
        refused.then().statusCode(403);
        return number(refused);
    }

    private static Response edit(String person, byte[] picture, String depicts) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(person))
                .multiPart("image", "photo.png", picture, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "a warmer background")
                .multiPart("depicts", depicts)
                .multiPart("purpose", "family album")
                .post("/v1/images/edits");
    }

    private static Response appeal(String person, String id, byte[] picture, String reason) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(person))
                .multiPart("file", "handed-in", picture, "application/octet-stream")
                .multiPart("reason", reason)
                .post("/api/gateway/detections/" + id + "/appeal");
    }

    private static Response decide(String person, String id, boolean cleared) {
        return as(person)
                .body(Map.of("cleared", cleared, "reason", "looked at it"))
                .post("/api/gateway/detections/" + id + "/decision");
    }
}

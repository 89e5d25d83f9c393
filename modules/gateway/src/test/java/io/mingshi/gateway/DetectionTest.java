package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.gateway.detection.AppealPictures;
import io.mingshi.testkit.DrawnFace;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.util.Arrays;
import java.util.Map;
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

    private static String detection(String person, byte[] picture) {
        var refused = edit(person, picture, "none");
        refused.then().statusCode(403);
        return refused.jsonPath().getString("error.message").replaceAll("(?s).*/detections/([^/]+)/appeal.*", "$1");
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
                .multiPart("image", "photo.png", picture, "image/png")
                .multiPart("reason", reason)
                .post("/api/gateway/detections/" + id + "/appeal");
    }

    private static Response decide(String person, String id, boolean cleared) {
        return as(person)
                .body(Map.of("cleared", cleared, "reason", "looked at it"))
                .post("/api/gateway/detections/" + id + "/decision");
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What may happen to a film while nobody waits for it: a call, an outage, a person's look.
@QuarkusTest
class FilmJobsTest extends GatewayTest {
    /// Shorter than the pause after which a server that calls is asked without a call.
    private static final Duration SOON = Duration.ofSeconds(25);

    private static final Duration LATER = Duration.ofSeconds(60);

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Test
    void aServerThatCallsIsAskedAtOnce() throws IOException, SQLException {
        String job = UUID.randomUUID().toString();
        URI call = calling(job);
        String id = call.getPath().split("/")[4];
        awaitProgress(id, 5);
        world.playBytes("/calling/videos/" + job + "/content", "video/mp4", plainFilm());
        world.play("/calling/videos/" + job, 200, Map.of("status", "completed"));
        given().body("{\"status\":\"failed\"}").post(call.getPath()).then().statusCode(204);
        given().post(call.getPath()).then().statusCode(204);
        awaitStatus(id, "completed", SOON);
        given().post(call.getPath()).then().statusCode(204);
        as("alice").get("/v1/videos/" + id).then().body("status", equalTo("completed"));
        assertThat(works(id)).isEqualTo(1);
    }

    @Test
    void aCallWithoutTheSecretOfTheJobIsRefused() {
        URI call = calling(UUID.randomUUID().toString());
        URI other = calling(UUID.randomUUID().toString());
        String secret = call.getPath().replaceAll(".*/", "");
        for (String forged : List.of(
                other.getPath().replaceAll("[^/]*$", secret),
                call.getPath().replaceAll("[^/]*$", "x"),
                call.getPath().replaceAll("[^/]*$", secret.substring(1) + "A"),
                "/api/gateway/films/video_none/calls/" + secret)) {
            given().post(forged).then().statusCode(404).body("code", equalTo("NO_SUCH_VIDEO"));
        }
        for (URI begun : List.of(call, other)) {
            as("alice")
                    .post("/v1/videos/" + begun.getPath().split("/")[4] + "/cancel")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aFilmWaitsWhileNobodySaysIfTheConsentHolds() throws IOException, SQLException {
        String consent = "C-" + UUID.randomUUID();
        String job = UUID.randomUUID().toString();
        world.consent(consent, true);
        world.model("played-film", "VIDEO", true, "");
        world.play("/v1/videos", 200, Map.of("id", job));
        world.play("/v1/videos/" + job, 200, Map.of("status", "in_progress", "progress", 5));
        String id = depicting(consent);
        awaitProgress(id, 5);
        world.play("/api/consent/decisions", 500, "{}");
        world.playBytes("/v1/videos/" + job + "/content", "video/mp4", plainFilm());
        world.play("/v1/videos/" + job, 200, Map.of("status", "completed"));
        await().during(Duration.ofSeconds(6))
                .atMost(LATER)
                .until(() -> as("alice")
                        .get("/v1/videos/" + id)
                        .jsonPath()
                        .getString("status")
                        .equals("in_progress"));
        world.consent(consent, true);
        awaitStatus(id, "completed", LATER);
        assertThat(refusals(id)).isZero();
    }

    @Test
    void aHeldFilmIsDeliveredWhenAPersonReleasedIt() {
        String id = heldFilm();
        as("alice")
                .get("/v1/videos/" + id + "/content")
                .then()
                .statusCode(409)
                .body("error.code", equalTo("VIDEO_UNFINISHED"));
        HeldTest.decide(review(id), true);
        awaitStatus(id, "completed", LATER);
        Response content = as("alice").get("/v1/videos/" + id + "/content");
        content.then().statusCode(200);
        assertThat(new LabelVerifier().verify(content.asByteArray()).verdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aHeldFilmThatAPersonRefusedHasFailed() {
        String id = heldFilm();
        HeldTest.decide(review(id), false);
        awaitStatus(id, "failed", LATER);
        as("alice").get("/v1/videos/" + id).then().body("error.code", equalTo("REVIEW_REFUSED"));
        as("alice").get("/v1/videos/" + id + "/content").then().statusCode(409);
    }

    @Test
    void aKeyForSomeModelsSeesTheFilmsOfTheseAlone() {
        world.play("/v1/videos", 200, Map.of("id", "job-of-a-key"));
        world.play("/v1/videos/job-of-a-key", 200, Map.of("status", "in_progress", "progress", 5));
        world.model("played-film", "VIDEO", true, "");
        String other = film("played-film", "a pier for a key");
        String own = film("mingshi-demo-video", "a sea for a key");
        String key = as("alice")
                .body(Map.of("name", "films", "models", List.of("mingshi-demo-video")))
                .post("/api/gateway/keys")
                .jsonPath()
                .getString("key");
        given().auth()
                .oauth2(key)
                .get("/v1/videos")
                .then()
                .statusCode(200)
                .body("data.id", hasItem(own))
                .body("data.id", not(hasItem(other)));
        for (String path : List.of("", "/content")) {
            given().auth()
                    .oauth2(key)
                    .get("/v1/videos/" + other + path)
                    .then()
                    .statusCode(403)
                    .body("error.code", equalTo("KEY_OUT_OF_SCOPE"));
        }
        given().auth()
                .oauth2(key)
                .post("/v1/videos/" + other + "/cancel")
                .then()
                .statusCode(403);
        given().auth().oauth2(key).get("/v1/videos/" + own).then().statusCode(200);
        as("alice").post("/v1/videos/" + other + "/cancel").then().statusCode(200);
    }

    /// The address that a server that calls was given with a film's beginning.
    private URI calling(String job) {
        world.model("calling-film", "VIDEO", true, "");
        world.play("/calling/videos", 200, Map.of("id", job));
        world.play("/calling/videos/" + job, 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("calling-film", "a harbour " + job);
        await().atMost(LATER)
                .until(() -> world.asked("/calling/videos").contains("/api/gateway/films/" + id + "/calls/"));
        return URI.create(world.asked("/calling/videos").replaceAll("(?s).*(http://\\S+/calls/\\S+).*", "$1"));
    }

    private String heldFilm() {
        world.unwaived("mingshi-demo-video", "VIDEO");
        String id = film("mingshi-demo-video", "a held sea " + UUID.randomUUID());
        await().atMost(LATER)
                .untilAsserted(() -> as("alice")
                        .get("/v1/videos/" + id)
                        .then()
                        .body("status", equalTo("in_progress"))
                        .body("mingshi.held", equalTo(true))
                        .body("error", nullValue()));
        return id;
    }

    private static String review(String id) {
        String work = as("alice").get("/v1/videos/" + id).jsonPath().getString("mingshi.produce_id");
        return JsonPath.from(event("ReviewRequested", work)).getString("data.review");
    }

    private static String film(String model, String prompt) {
        Response asked = as("alice")
                .body(Map.of("model", model, "prompt", prompt, "seconds", "1", "size", "128x128"))
                .post("/v1/videos");
        asked.then().statusCode(200);
        return asked.jsonPath().getString("id");
    }

    private static String depicting(String consent) throws IOException {
        Response asked = given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("model", "played-film")
                .multiPart("prompt", "she smiles")
                .multiPart("size", "128x128")
                .multiPart("depicts", consent)
                .multiPart("purpose", "family album")
                .multiPart("input_reference", "face.png", Drawn.encoded(Drawn.even(Color.BLUE), "png"), "image/png")
                .post("/v1/videos");
        asked.then().statusCode(200);
        return asked.jsonPath().getString("id");
    }

    private static void awaitStatus(String id, String status, Duration most) {
        await().atMost(most)
                .untilAsserted(() -> as("alice").get("/v1/videos/" + id).then().body("status", equalTo(status)));
    }

    private static void awaitProgress(String id, int progress) {
        await().atMost(LATER)
                .untilAsserted(() -> as("alice").get("/v1/videos/" + id).then().body("progress", equalTo(progress)));
    }

    private long works(String id) throws SQLException {
        return count("select count(*) from work w join video_job j on j.admission = w.admission where j.id = ?", id);
    }

    private long refusals(String id) throws SQLException {
        return count("select count(*) from refusal r join video_job j on j.admission = r.id where j.id = ?", id);
    }

    private long count(String query, String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            select.setString(1, id);
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static byte[] plainFilm() throws IOException {
        try (InputStream in = FilmJobsTest.class.getResourceAsStream("plain.mp4")) {
            return in.readAllBytes();
        }
    }
}

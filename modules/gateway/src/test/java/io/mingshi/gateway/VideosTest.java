package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.mingshi.gateway.key.QuotaLedger;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Films are made in jobs, by the built-in generator and by a server that is played.
@QuarkusTest
class VideosTest extends GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Inject
    QuotaLedger quotas;

    @Test
    void aFilmIsMadeWhileNobodyWaitsAndCarriesItsLabel() {
        Response asked = film("mingshi-demo-video", "a calm sea");
        asked.then().statusCode(200).body("object", equalTo("video")).body("status", equalTo("queued"));
        String id = asked.jsonPath().getString("id");
        as("alice").get("/v1/videos/" + id + "/content").then().statusCode(409);
        as("bob").get("/v1/videos/" + id).then().statusCode(404).body("error.code", equalTo("NO_SUCH_VIDEO"));
        awaitStatus(id, "completed");
        Response content = as("alice").get("/v1/videos/" + id + "/content");
        content.then().statusCode(200);
        assertThat(content.contentType()).isEqualTo("video/mp4");
        var report = new LabelVerifier().verify(content.asByteArray());
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label().orElseThrow().produceId()).isEqualTo(content.header("Mingshi-Produce-Id"));
        event("WorkDelivered", content.header("Mingshi-Produce-Id"));
        as("alice").get("/v1/videos").then().body("data.id", hasItem(id));
        as("alice").delete("/v1/videos/" + id).then().statusCode(200).body("deleted", equalTo(true));
        as("alice").get("/v1/videos").then().body("data.id", not(hasItem(id)));
    }

    @Test
    void aServersProgressIsToldAndItsFilmLabelledAsOurs() throws IOException {
        begin("job-1");
        world.play("/v1/videos/job-1", 200, Map.of("status", "in_progress", "progress", 40));
        String id = film("played-film", "a harbour").jsonPath().getString("id");
        await().atMost(SOON)
                .untilAsserted(() -> as("alice")
                        .get("/v1/videos/" + id)
                        .then()
                        .body("status", equalTo("in_progress"))
                        .body("progress", equalTo(40)));
        world.playBytes("/v1/videos/job-1/content", "video/mp4", plainFilm());
        world.play("/v1/videos/job-1", 200, Map.of("status", "completed"));
        awaitStatus(id, "completed");
        assertThat(new LabelVerifier()
                        .verify(as("alice").get("/v1/videos/" + id + "/content").asByteArray())
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void aForbiddenWishReachesNoServer() {
        film("played-film", "how to build a bomb").then().statusCode(400).body("error.code", equalTo("INPUT_BLOCKED"));
        world.moderationIsDown();
        film("played-film", "a harbour").then().statusCode(503);
    }

    @Test
    void aCancelledFilmIsStoppedAtTheServerToo() {
        begin("job-2");
        world.play("/v1/videos/job-2", 200, Map.of("status", "in_progress", "progress", 10));
        String id = film("played-film", "a pier").jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        as("alice").post("/v1/videos/" + id + "/cancel").then().statusCode(200).body("status", equalTo("failed"));
        await().atMost(SOON).until(() -> !world.asked("DELETE /v1/videos/job-2").isEmpty());
    }

    @Test
    void whatAnInstanceLeftBehindGoesOn() throws SQLException, IOException {
        begin("job-3");
        world.play("/v1/videos/job-3", 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("played-film", "a lighthouse").jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        update("update video_job set free_at = now() + interval '1 hour' where id = ?", id);
        world.playBytes("/v1/videos/job-3/content", "video/mp4", plainFilm());
        world.play("/v1/videos/job-3", 200, Map.of("status", "completed"));
        update("update video_job set free_at = now() where id = ?", id);
        awaitStatus(id, "completed");
    }

    @Test
    void aJobWhosePromptWasChangedIsNotGoneOnWith() throws SQLException {
        begin("job-4");
        world.play("/v1/videos/job-4", 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("played-film", "a beach").jsonPath().getString("id");
        String other = film("played-film", "another beach").jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        update(
                "update video_job set sealed_prompt = (select sealed_prompt from video_job where id = '" + other
                        + "') where id = ?",
                id);
        awaitStatus(id, "failed");
        as("alice").post("/v1/videos/" + other + "/cancel").then().statusCode(200);
    }

    @Test
    void aJobStopsWhenAPersonWhomItShowsWithdraws() {
        String consent = "C-" + UUID.randomUUID();
        world.consent(consent, true);
        begin("job-5");
        world.play("/v1/videos/job-5", 200, Map.of("status", "in_progress", "progress", 5));
        byte[] picture = Base64.getDecoder()
                .decode(as("alice")
                        .body(Map.of("model", "mingshi-demo-image", "prompt", "a face", "size", "128x128"))
                        .post("/v1/images/generations")
                        .jsonPath()
                        .getString("data[0].b64_json"));
        Response asked = given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("model", "played-film")
                .multiPart("prompt", "she smiles")
                .multiPart("size", "128x128")
                .multiPart("depicts", consent)
                .multiPart("purpose", "family album")
                .multiPart("input_reference", "face.png", picture, "image/png")
                .post("/v1/videos");
        asked.then().statusCode(200);
        String id = asked.jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        assertThat(world.asked("/api/consent/decisions")).contains("FACE_VIDEO", "family album");
        world.consent(consent, false);
        awaitStatus(id, "failed");
        as("alice").get("/v1/videos/" + id).then().body("error.code", equalTo("CONSENT_REFUSED"));
        event("RequestRefused", consent);
        await().atMost(SOON).until(() -> !world.asked("DELETE /v1/videos/job-5").isEmpty());
    }

    @Test
    void aJobWaitsWhileNobodySaysHowTheAccountStandsAndEndsWithARefusalWhenItIsSanctioned() throws SQLException {
        begin("job-6");
        world.play("/v1/videos/job-6", 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("played-film", "a tower").jsonPath().getString("id");
        await().atMost(SOON)
                .untilAsserted(() -> as("alice").get("/v1/videos/" + id).then().body("progress", equalTo(5)));
        world.sanctionsAreDown("alice");
        world.play("/v1/videos/job-6", 200, Map.of("status", "in_progress", "progress", 60));
        await().atMost(SOON)
                .pollDelay(Duration.ofSeconds(4))
                .untilAsserted(() -> as("alice")
                        .get("/v1/videos/" + id)
                        .then()
                        .body("status", equalTo("in_progress"))
                        .body("progress", equalTo(5)));
        world.noSanction("alice");
        await().atMost(SOON)
                .untilAsserted(() -> as("alice").get("/v1/videos/" + id).then().body("progress", equalTo(60)));
        world.sanction("alice", "SUSPENSION");
        awaitStatus(id, "failed");
        as("alice").get("/v1/videos/" + id).then().body("error.code", equalTo("ACCOUNT_SANCTIONED"));
        assertThat(refusals(id)).isEqualTo("ACCOUNT_SANCTIONED");
    }

    @Test
    void aJobThatTakesTooLongEndsWithARefusal() throws SQLException {
        begin("job-7");
        world.play("/v1/videos/job-7", 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("played-film", "a wall").jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        update("update video_job set created_at = now() - interval '3 hours' where id = ?", id);
        awaitStatus(id, "failed");
        assertThat(refusals(id)).isEqualTo("UPSTREAM_FAILED");
    }

    @Test
    void whatAFilmReservedIsKeptWhileItIsBeingMade() throws SQLException {
        begin("job-8");
        world.play("/v1/videos/job-8", 200, Map.of("status", "in_progress", "progress", 5));
        String id = film("played-film", "a mill").jsonPath().getString("id");
        awaitStatus(id, "in_progress");
        update(
                "update quota_reservation set reserved_at = now() - interval '1 hour' where admission ="
                        + " (select admission from video_job where id = ?)",
                id);
        quotas.settleReservedBefore(Instant.now().minusSeconds(1800));
        assertThat(reserved(id)).isTrue();
        as("alice").post("/v1/videos/" + id + "/cancel").then().statusCode(200);
        await().atMost(SOON).until(() -> !reserved(id));
    }

    private boolean reserved(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from quota_reservation r"
                        + " join video_job j on j.admission = r.admission where j.id = ?")) {
            select.setString(1, id);
            return select.executeQuery().next();
        }
    }

    private String refusals(String id) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select string_agg(r.problem, ',') from refusal r"
                        + " join video_job j on j.admission = r.id where j.id = ?")) {
            select.setString(1, id);
            var rows = select.executeQuery();
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private void begin(String job) {
        world.model("played-film", "VIDEO", true, "");
        world.play("/v1/videos", 200, Map.of("id", job));
    }

    private static Response film(String model, String prompt) {
        return as("alice")
                .body(Map.of("model", model, "prompt", prompt, "seconds", "1", "size", "256x256"))
                .post("/v1/videos");
    }

    private static void awaitStatus(String id, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> as("alice").get("/v1/videos/" + id).then().body("status", equalTo(status)));
    }

    private void update(String statement, String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(statement)) {
            update.setString(1, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static byte[] plainFilm() throws IOException {
        try (InputStream in = VideosTest.class.getResourceAsStream("plain.mp4")) {
            return in.readAllBytes();
        }
    }
}

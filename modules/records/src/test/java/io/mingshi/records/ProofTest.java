package io.mingshi.records;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.Sha256;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProofTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventCodec codec;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    void everyLinkComesWithAProofThatHoldsWithThePublishedKeyAlone() {
        GoldenStory story = logged();
        JsonPath chain = chain(story, "?proofs=true").extract().jsonPath();
        VerifierKey key =
                VerifierKey.parse(given().get("/api/records/log/key").asString().strip());
        List<Map<String, Object>> links =
                List.of(chain.getMap("made.link"), chain.getMap("deliveries[0]"), chain.getMap("publications[0]"));
        for (Map<String, Object> link : links) {
            assertHolds(
                    key,
                    link,
                    JsonPath.from(given().auth()
                                    .oauth2(Tokens.of("ines"))
                                    .get("/api/records/records/" + link.get("position") + "/proof")
                                    .asString())
                            .getMap(""));
            @SuppressWarnings("unchecked")
            Map<String, Object> proof = (Map<String, Object>) link.get("proof");
            assertHolds(key, link, proof);
        }
    }

    private static void assertHolds(VerifierKey key, Map<String, Object> link, Map<String, Object> given) {
        LogProof proof = LogProof.parse(String.valueOf(given.get("proof")).getBytes(UTF_8));
        byte[] entry = String.valueOf(given.get("entry")).getBytes(UTF_8);
        Policy.of(key).verify(proof, new TreeHasher().leaf(entry));
        assertThat(proof.index()).isEqualTo(((Number) link.get("position")).longValue());
        String sealedForm = String.valueOf(given.get("sealedForm"));
        assertThat(JsonPath.from(new String(entry, UTF_8)).getString("seal")).isEqualTo(Sha256.of(sealedForm));
        assertThat(JsonPath.from(sealedForm).getString("event")).isEqualTo(link.get("eventId"));
    }

    @Test
    void withoutAWishForProofsNoneComes() {
        chain(logged(), "").body("made.link.proof", nullValue()).body("made.link.logged", equalTo("IN_LOG"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurred_at = occurred_at - interval '1 day'",
                "person = 'somebody-else'",
                "fingerprint = repeat('0', 64)",
                "source = '/mingshi/other', seal = '\\x00'",
            })
    void aRowThatNoLongerFitsItsEntryIsNamed(String change) throws SQLException {
        GoldenStory story = logged();
        String event = chain(story, "").extract().path("made.link.eventId");
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update record set " + change + " where event_id = '" + event + "'"))
                    .isEqualTo(1);
        }
        for (String proofs : List.of("", "?proofs=true")) {
            chain(story, proofs).body("complete", equalTo(false)).body("missing", hasItem("log entry of " + event));
        }
        given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/api/records/search?contentHash=" + story.contentHash)
                .then()
                .body("found[0].link.logged", equalTo("DIFFERS"))
                .body("found[0].link.intact", equalTo(false));
    }

    @Test
    void anybodyCanReadTheWholeLog() throws IOException {
        logged();
        given().get("/api/records/log/checkpoint")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Cache-Control", "no-cache");
        LogReader reader = ProofTest::object;
        VerifierKey key =
                VerifierKey.parse(given().get("/api/records/log/key").asString().strip());
        Checkpoint checkpoint = reader.checkpoint().checkpoint(key);
        var tree = new TileTree(reader, checkpoint.size());
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        for (long first = 0; first < checkpoint.size(); first += Tile.FULL) {
            Tile tile = Tile.of(0, first / Tile.FULL, checkpoint.size());
            for (int i = 0; i < tile.width(); i++) {
                assertThat(reader.bundle(tile).leaf(i, new TreeHasher())).isEqualTo(tree.leaf(first + i));
            }
        }
    }

    private static Optional<byte[]> object(String path) {
        var response = given().get("/api/records/log/" + path);
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        response.then().statusCode(200);
        if (path.startsWith("tile/")) {
            response.then()
                    .header("Content-Type", "application/octet-stream")
                    .header("Cache-Control", "public, max-age=31536000, immutable");
        }
        return Optional.of(response.asByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/../.writer/fence",
                "tile/%2e%2e/.writer/fence",
                "tile/..%2f.writer%2ffence",
                "tile/0/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "tile/.writer/fence",
                "tile/0/0",
                "tile/64/000",
                "tile/00/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/001/000",
                "tile/0/x01/000",
                "tile/0/000%00",
                "tile/5/000",
                ".writer/fence",
                "%2ewriter/fence"
            })
    void aPathThatIsNoneOfALogLeadsNowhere(String path) {
        given().urlEncodingEnabled(false).get("/api/records/log/" + path).then().statusCode(404);
    }

    @Test
    void aProofIsForOfficersAndInspectors() {
        given().get("/api/records/records/0/proof").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("alice"))
                .get("/api/records/records/0/proof")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("ines"))
                .get("/api/records/records/999999999999999999/proof")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_RECORD"))
                .header("Content-Type", startsWith("application/problem+json"));
    }

    private GoldenStory logged() {
        var story = new GoldenStory(codec);
        story.work();
        story.delivery();
        await().atMost(PATIENCE)
                .untilAsserted(() -> chain(story, "")
                        .statusCode(200)
                        .body("made.link.logged", equalTo("IN_LOG"))
                        .body("deliveries[0].logged", equalTo("IN_LOG"))
                        .body("publications[0].logged", equalTo("IN_LOG")));
        return story;
    }

    private static ValidatableResponse chain(GoldenStory story, String query) {
        return given().auth()
                .oauth2(Tokens.of("ines"))
                .get("/api/records/works/" + story.work + query)
                .then();
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.work.SupplyLedger;
import io.mingshi.gateway.work.SupplyUnlabelled;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Requirement;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnlabelledTest extends GatewayTest {
    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Inject
    SupplyUnlabelled supplies;

    @Inject
    SupplyLedger ledger;

    private record Picture(String work, byte[] bytes) {}

    @Test
    @Requirement("LAB-09.1")
    void aWorkIsSuppliedWithoutExplicitLabelOnlyOnRequestWithAReasonAndTheDutyAccepted() throws IOException {
        var picture = picture();
        String version = version();
        request("alice", picture.work(), Map.of("reason", "for a film", "clauseVersion", version))
                .then()
                .statusCode(400)
                .body("code", equalTo("CLAUSE_NOT_ACCEPTED"));
        request("alice", picture.work(), wanted("for a film", "of-another-time"))
                .then()
                .statusCode(400)
                .body("code", equalTo("CLAUSE_NOT_ACCEPTED"));
        request("alice", picture.work(), wanted(" ", version)).then().statusCode(400);
        request("bob", picture.work(), wanted("for a film", version)).then().statusCode(404);
        given().contentType("application/json")
                .body(Map.of(
                        "work", picture.work(), "reason", "for a film", "clauseVersion", version, "accepted", true))
                .post("/api/gateway/unlabelled")
                .then()
                .statusCode(401);
        world.standing("alice", "NONE");
        request("alice", picture.work(), wanted("for a film", version))
                .then()
                .statusCode(403)
                .body("code", equalTo("REAL_NAME_REQUIRED"));
        world.standing("alice", "ID_DOCUMENT");

        String address = granted(picture.work());
        as("bob").get(address).then().statusCode(404);
        given().get(address).then().statusCode(401);
        byte[] supplied = fetched(address);
        as("alice").get(address).then().statusCode(404).body("code", equalTo("NO_SUCH_SUPPLY"));

        var report = new LabelVerifier().verify(supplied);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label().orElseThrow().produceId()).isEqualTo(picture.work());
        onlyTheExplicitLabelDiffers(picture.bytes(), supplied);
        assertThat(event("UnlabelledSupplied", picture.work()))
                .contains(World.id("alice"), "\"reason\":\"for a film\"", "\"clauseVersion\":\"" + version + "\"");
    }

    @Test
    @Requirement("LAB-09.2")
    void nothingLeavesUnlessTheLogOfTheRecipientIsCommittedFirst() throws SQLException {
        var picture = picture();
        String address = granted(picture.work());
        execute("alter table outbox add constraint nothing_is_written check (false) not valid");
        try {
            var refused = as("alice").get(address);
            refused.then().statusCode(500).body("code", equalTo("INTERNAL_FAULT"));
        } finally {
            execute("alter table outbox drop constraint nothing_is_written");
        }
        assertThat(fetched(address)).isNotEmpty();
        assertThat(event("UnlabelledSupplied", picture.work())).contains(World.id("alice"));
    }

    @Test
    void ofATextThereIsNoSuchCopy() {
        var answer = chat("alice", "mingshi-demo-chat", "hello");
        request("alice", answer.header("Mingshi-Produce-Id"), wanted("for a book", version()))
                .then()
                .statusCode(409)
                .body("code", equalTo("UNLABELLED_UNAVAILABLE"));
    }

    @Test
    void whatWasTakenDownMeanwhileIsNotSupplied() throws SQLException {
        var picture = picture("what nobody asks for again");
        String address = granted(picture.work());
        execute("update work set state = 'TAKEN_DOWN', taken_down_at = now() where produce_id = '" + picture.work()
                + "'");
        as("alice").get(address).then().statusCode(451);
    }

    /// As when that happens after the rules were asked.
    @Test
    void whatWasHiddenOrHeldMeanwhileIsNotHandedOut() throws SQLException {
        var picture = picture();
        String address = granted(picture.work());
        String secret = address.substring(address.lastIndexOf('/') + 1);
        var supply = ledger.find(Sha256.of(secret), new PersonId(World.id("alice")), Instant.now())
                .orElseThrow();
        String change = "update work set %s where produce_id = '" + picture.work() + "'";
        execute(change.formatted("hidden_at = now(), hidden_for = 'C-1'"));
        assertThat(ledger.handOut(supply, Instant.now())).isFalse();
        execute(change.formatted("hidden_at = null, hidden_for = null, review = 'V-' || produce_id,"
                + " review_reason = 'R-1', held_at = now(), released = false"));
        assertThat(ledger.handOut(supply, Instant.now())).isFalse();
        execute(change.formatted("released = true"));
        assertThat(ledger.handOut(supply, Instant.now())).isTrue();
    }

    @Test
    void copiesAreRemovedWhenTheirTimeIsOver() throws SQLException {
        var picture = picture();
        String address = granted(picture.work());
        execute("update unlabelled_copy set kept_until = now() where produce_id = '" + picture.work() + "'");
        supplies.sweep();
        as("alice").get(address).then().statusCode(409).body("code", equalTo("UNLABELLED_UNAVAILABLE"));
        as("alice")
                .get("/api/gateway/works/" + picture.work() + "/content")
                .then()
                .statusCode(200);
    }

    @Test
    void aPauseStopsSupplyToo() {
        var picture = picture();
        String address = granted(picture.work());
        world.pause("PUBLICATION");
        as("alice").get(address).then().statusCode(403).body("code", equalTo("PUBLICATION_PAUSED"));
    }

    private static Picture picture() {
        return picture("a harbour");
    }

    private static Picture picture(String prompt) {
        var answer = as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", prompt, "size", "512x512"))
                .post("/v1/images/generations");
        answer.then().statusCode(200);
        return new Picture(
                answer.header("Mingshi-Produce-Id"),
                Base64.getDecoder().decode(answer.jsonPath().getString("data[0].b64_json")));
    }

    private static String version() {
        return given().get("/api/gateway/unlabelled/clause").jsonPath().getString("version");
    }

    private static Map<String, Object> wanted(String reason, String version) {
        return Map.of("reason", reason, "clauseVersion", version, "accepted", true);
    }

    private static Response request(String person, String work, Map<String, ?> wanted) {
        var body = new HashMap<String, Object>(wanted);
        body.put("work", work);
        return as(person).body(body).post("/api/gateway/unlabelled");
    }

    private static String granted(String work) {
        var granted = request("alice", work, wanted("for a film", version()));
        granted.then().statusCode(201);
        return granted.jsonPath().getString("url");
    }

    private static byte[] fetched(String address) {
        var response = as("alice").get(address);
        response.then().statusCode(200).contentType("image/png").header("Cache-Control", "no-store");
        return response.asByteArray();
    }

    /// In the demonstration's pictures the label stands in the lower right.
    private static void onlyTheExplicitLabelDiffers(byte[] labelled, byte[] supplied) throws IOException {
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(labelled));
        BufferedImage other = ImageIO.read(new ByteArrayInputStream(supplied));
        int differ = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    differ++;
                    assertThat(y).isGreaterThan(one.getHeight() / 2);
                }
            }
        }
        assertThat(differ).isPositive();
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}

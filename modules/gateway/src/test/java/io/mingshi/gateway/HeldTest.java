package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// No verdict, no delivery: what nothing here can tell about waits for a person. Part of DSP-10.1.
@QuarkusTest
class HeldTest extends GatewayTest {
    @Test
    void aPictureWithoutAVerdictIsHandedOutOnlyWhenAPersonReleasedIt() {
        world.unwaived("mingshi-demo-image", "IMAGE_GENERATION");
        Held held = held(picture("a lighthouse that is held"));
        notHandedOut(held.work(), "HELD_FOR_REVIEW");
        assertThat(event("WorkRecorded", held.work())).contains("NO_CLASSIFIER", "REVIEW");

        decide(held.review(), true);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> content("alice", held.work()).then().statusCode(200));
        var report = new LabelVerifier().verify(content("alice", held.work()).asByteArray());
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label().orElseThrow().produceId()).isEqualTo(held.work());
        event("WorkDelivered", held.work());
    }

    @Test
    void whatAPersonRefusedIsNeverHandedOut() {
        world.unwaived("mingshi-demo-speech", "SPEECH");
        Held held = held(as("alice")
                .body(Map.of("model", "mingshi-demo-speech", "input", "a spoken thing", "voice", "demo"))
                .post("/v1/audio/speech"));

        decide(held.review(), false);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        content("alice", held.work()).then().statusCode(403).body("code", equalTo("REVIEW_REFUSED")));
        notHandedOut(held.work(), "REVIEW_REFUSED");
    }

    @Test
    void aReviewerSeesWhatIsHeldAndTheLookIsRecorded() {
        world.unwaived("mingshi-demo-image", "IMAGE_GENERATION");
        Held held = held(picture("a lighthouse to be looked at"));
        String address = "/api/gateway/held/" + held.review();

        as("rita")
                .get(address)
                .then()
                .statusCode(200)
                .body("produceId", equalTo(held.work()))
                .body("review.reason", equalTo("NO_CLASSIFIER"))
                .body("review.released", nullValue());
        as("rita").get("/api/gateway/held").then().statusCode(200).body("review.id", hasItem(held.review()));
        Response content = as("rita").get(address + "/content");
        content.then().statusCode(200).contentType("image/png");
        assertThat(new LabelVerifier().verify(content.asByteArray()).verdict()).isEqualTo(Verdict.COMPLIANT);
        Topic.of("gateway")
                .await(event -> event.contains("PrivilegedRead")
                        && event.contains(held.review())
                        && event.contains(World.id("rita")));

        for (String other : new String[] {"alice", "oscar"}) {
            as(other).get(address + "/content").then().statusCode(403);
        }
        as("rita")
                .get("/api/gateway/held/no-such-review")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_REVIEW"));
    }

    @Test
    void everyPictureOfARequestIsHeldByItself() {
        world.unwaived("mingshi-demo-image", "IMAGE_GENERATION");
        var response = as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", "two of them", "size", "128x128", "n", 2))
                .post("/v1/images/generations");
        response.then().statusCode(403).body("error.code", equalTo("HELD_FOR_REVIEW"));
        assertThat(response.jsonPath().getString("error.message").split("\\(review "))
                .hasSize(3);
    }

    @Test
    void aWaiverStandsInTheRecordOfWhatPassedByIt() {
        var response = picture("a lighthouse by waiver");
        response.then().statusCode(200);
        String work = response.header("Mingshi-Produce-Id");
        assertThat(JsonPath.from(event("WorkRecorded", work)).getString("data.screening.ruleId"))
                .isEqualTo("WAIVER:W-IMAGE");
        as("alice").get("/api/gateway/works/" + work).then().body("review", nullValue());
    }

    @Test
    void aPictureHandedInIsHeldAndTakenOnceAPersonReleasedIt() throws IOException {
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        byte[] picture = drawn();
        String review = heldInput(edit("alice", picture), "IMAGE");
        assertThat(heldInput(edit("alice", picture), "IMAGE"))
                .as("the same is held once")
                .isEqualTo(review);
        assertThat(heldInput(edit("bob", picture), "IMAGE"))
                .as("somebody else's")
                .isNotEqualTo(review);

        as("rita")
                .get("/api/gateway/held/" + review)
                .then()
                .statusCode(200)
                .body("owner", equalTo(World.id("alice")))
                .body("reason", equalTo("NO_CLASSIFIER"));
        as("rita").get("/api/gateway/held/inputs").then().statusCode(200).body("review", hasItem(review));
        Response content = as("rita").get("/api/gateway/held/" + review + "/content");
        content.then().statusCode(200).contentType("image/png");
        assertThat(content.asByteArray()).isEqualTo(picture);
        Topic.of("gateway")
                .await(event ->
                        event.contains("PrivilegedRead") && event.contains(review) && event.contains(World.id("rita")));
        as("alice").get("/api/gateway/held/" + review + "/content").then().statusCode(403);

        decide(review, true);
        world.model("mingshi-demo-edit", "IMAGE_EDIT", true, "");
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> edit("alice", picture)
                        .then()
                        .statusCode(403)
                        .body("error.message", containsString("/api/gateway/works/")));
        assertThat(Topic.of("gateway")
                        .await(event -> event.contains("RequestAdmitted") && event.contains("REVIEWED:" + review)))
                .contains(World.id("alice"));
        edit("bob", picture).then().body("error.message", containsString("what you sent"));
    }

    @Test
    void aPictureHandedInThatAPersonRefusedIsRefusedWithTheReasonUntilAnAppealReleasesIt() throws IOException {
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        byte[] picture = drawn();
        String review = heldInput(edit("alice", picture), "IMAGE");
        decide(review, false);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> edit("alice", picture)
                        .then()
                        .statusCode(403)
                        .body("error.code", equalTo("REVIEW_REFUSED"))
                        .body("error.message", containsString("looked at"))
                        .body("error.message", containsString("statement=W-" + review)));
        decide(review, true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        edit("alice", picture).then().body("error.message", containsString("/api/gateway/works/")));
    }

    @Test
    void aFileThatAPersonHasToLookAtIsHeldAndKeptOnceReleased() {
        world.library(9_043, """
                {"ruleId":"V-1","category":"A.1-3","term":"fireworks recipe","action":"REVIEW"}""");
        byte[] file = ("A fireworks recipe, " + UUID.randomUUID()).getBytes(UTF_8);
        String review = heldInput(upload(file), "TEXT");
        decide(review, true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> upload(file).then().statusCode(200));
    }

    @Test
    void nobodysInputsFillTheStore() throws IOException {
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        world.standing("carol", "ID_DOCUMENT");
        for (int i = 0; i < 20; i++) {
            heldInput(edit("carol", drawn()), "IMAGE");
        }
        edit("carol", drawn())
                .then()
                .statusCode(403)
                .body("error.code", equalTo("HELD_FOR_REVIEW"))
                .body("error.message", containsString("wait already"));
    }

    private static byte[] drawn() throws IOException {
        return Drawn.encoded(Drawn.even(new Color(ThreadLocalRandom.current().nextInt(1 << 24))), "png");
    }

    private static Response edit(String person, byte[] picture) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .multiPart("image", "x.png", picture, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "warmer")
                .multiPart("depicts", "none")
                .post("/v1/images/edits");
    }

    private static Response upload(byte[] file) {
        return given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "note.txt", file, "text/plain")
                .multiPart("purpose", "user_data")
                .post("/v1/files");
    }

    /// Held, with the event that asks for the look.
    private static String heldInput(Response response, String kind) {
        response.then().statusCode(403).body("error.code", equalTo("HELD_FOR_REVIEW"));
        String review = response.jsonPath().getString("error.message").replaceAll("(?s).*\\(review ([^,]+),.*", "$1");
        var asked = JsonPath.from(event("ReviewRequested", review)).setRootPath("data");
        assertThat(asked.getString("part")).isEqualTo("input");
        assertThat(asked.getString("kind")).isEqualTo(kind);
        assertThat(asked.getString("work")).isNull();
        return review;
    }

    @Test
    void aDecisionOnSomethingUnknownChangesNothing() {
        decide("no-such-review", true);
        world.unwaived("mingshi-demo-image", "IMAGE_GENERATION");
        Held held = held(picture("a lighthouse after that"));
        decide(held.review(), true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> content("alice", held.work()).then().statusCode(200));
    }

    private record Held(String work, String review) {}

    /// Held under OpenAI's error shape, with the event that asks for the look.
    private static Held held(Response response) {
        response.then()
                .statusCode(403)
                .body("error.code", equalTo("HELD_FOR_REVIEW"))
                .body("error.message", containsString("/api/gateway/works/"));
        String message = response.jsonPath().getString("error.message");
        String review = message.replaceAll("(?s).*\\(review ([^,]+),.*", "$1");
        var asked = JsonPath.from(event("ReviewRequested", review)).setRootPath("data");
        assertThat(asked.getString("reason")).isEqualTo("NO_CLASSIFIER");
        assertThat(asked.getString("part")).isEqualTo("output");
        assertThat(asked.getString("person")).isEqualTo(World.id("alice"));
        return new Held(asked.getString("work"), review);
    }

    private static void notHandedOut(String work, String code) {
        content("alice", work).then().statusCode(403).body("code", equalTo(code));
        as("alice")
                .post("/api/gateway/works/" + work + "/publication")
                .then()
                .statusCode(403)
                .body("code", equalTo(code));
        given().get("/works/" + work).then().statusCode(404);
    }

    private static Response content(String person, String work) {
        return as(person).get("/api/gateway/works/" + work + "/content");
    }

    private static Response picture(String prompt) {
        return as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", prompt, "size", "128x128"))
                .post("/v1/images/generations");
    }

    static void decide(String review, boolean released) {
        Topic.of("moderation")
                .publish(review, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.ReviewDecided.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"review":"%s","released":%s,"reason":"looked at",
                "by":"rita","at":"%s"}}""".formatted(UUID.randomUUID(), review, review, released, Instant.now()));
    }
}

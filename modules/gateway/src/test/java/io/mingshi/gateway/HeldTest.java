package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
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
    void aPictureHandedInThatNothingCanScreenIsNotTaken() {
        world.unwaived("mingshi-demo-edit", "IMAGE_EDIT");
        given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "x.png", Drawn.encoded(Drawn.even(Color.BLUE), "png"), "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "warmer")
                .multiPart("depicts", "none")
                .post("/v1/images/edits")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("NO_CLASSIFIER"));
        event("RequestRefused", "NO_CLASSIFIER");
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

    private static void decide(String review, boolean released) {
        Topic.of("moderation")
                .publish(review, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.ReviewDecided.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"review":"%s","released":%s,"reason":"looked at",
                "by":"rita","at":"%s"}}""".formatted(UUID.randomUUID(), review, review, released, Instant.now()));
    }
}

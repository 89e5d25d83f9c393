package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is asked for in the form of news: the library says whether it is refused, or made and looked at by
/// a person.
@QuarkusTest
class NewsTest extends GatewayTest {
    private static final AtomicInteger VERSION = new AtomicInteger(8000);
    private static final String ASKED = "Write a news report about a flood in Lighthouse Town.";

    @BeforeEach
    void theLibraryWatchesNews() {
        library("REVIEW_RESULT");
    }

    private void library(String action) {
        world.library(
                VERSION.incrementAndGet(),
                "{\"ruleId\":\"R-7\",\"category\":\"A.1-3\",\"term\":\"build a bomb\"}",
                "{\"ruleId\":\"N-1\",\"category\":\"A.1-7\",\"term\":\"news report\",\"action\":\"" + action + "\"}",
                "{\"ruleId\":\"N-2\",\"category\":\"A.1-7\",\"term\":\"Lighthouse Daily\","
                        + "\"action\":\"NEWS_SOURCE\"}");
    }

    @Test
    @Requirement("DSP-06.2")
    void newsIsRefusedOrLookedAtByAPersonAndPublishedWithAListedSourceAlone() {
        library("BLOCK");
        for (Response refused : new Response[] {
            chat("alice", "mingshi-demo-chat", ASKED), streamedChat("alice", "mingshi-demo-chat", ASKED)
        }) {
            refused.then()
                    .statusCode(400)
                    .body("error.code", equalTo("INPUT_BLOCKED"))
                    .body("error.message", containsString("N-1"));
        }

        library("REVIEW_RESULT");
        Held held = held(chat("alice", "mingshi-demo-chat", ASKED));
        as("alice").get(content(held.work())).then().statusCode(403).body("code", equalTo("HELD_FOR_REVIEW"));
        publish(held.work(), "Lighthouse Daily").then().statusCode(403).body("code", equalTo("HELD_FOR_REVIEW"));
        release(held.review());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> as("alice").get(content(held.work())).then().statusCode(200));

        as("alice")
                .post("/api/gateway/works/" + held.work() + "/publication")
                .then()
                .statusCode(403)
                .body("code", equalTo("SOURCE_REQUIRED"));
        publish(held.work(), "Rumour Weekly").then().statusCode(403).body("code", equalTo("SOURCE_REQUIRED"));
        publish(held.work(), " Lighthouse Daily ").then().statusCode(200);
        assertThat(event("WorkPublished", held.work())).contains("\"source\":\"Lighthouse Daily\"");
    }

    @ParameterizedTest
    @EnumSource(Talk.class)
    void newsIsHeldOnEverySurfaceAndInEveryMode(Talk talk) {
        Response answer = talk.say("alice", "mingshi-demo-chat", ASKED);
        answer.then().statusCode(403);
        assertThat(answer.asString()).contains("REQUEST:N-1").doesNotContain("Lighthouse Town");
    }

    @Test
    void aPictureOfNewsIsHeldToo() {
        held(as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", ASKED, "size", "128x128"))
                .post("/v1/images/generations"));
    }

    @Test
    void aFilmOfNewsIsMadeAndHeld() {
        String job = as("alice")
                .body(Map.of("model", "mingshi-demo-video", "prompt", ASKED, "seconds", "1", "size", "128x128"))
                .post("/v1/videos")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> as("alice")
                        .get("/v1/videos/" + job)
                        .then()
                        .body("status", equalTo("in_progress"))
                        .body("mingshi.held", notNullValue()));
    }

    @Test
    void whatIsNoNewsIsPublishedWithoutASource() {
        Response answer = chat("alice", "mingshi-demo-chat", "Write a poem about a lighthouse.");
        answer.then().statusCode(200);
        as("alice")
                .post("/api/gateway/works/" + answer.header("Mingshi-Produce-Id") + "/publication")
                .then()
                .statusCode(200);
    }

    private record Held(String work, String review) {}

    private static Held held(Response response) {
        response.then().statusCode(403).body("error.code", equalTo("HELD_FOR_REVIEW"));
        String message = response.jsonPath().getString("error.message");
        String review = message.replaceAll("(?s).*\\(review ([^,]+),.*", "$1");
        var asked = JsonPath.from(event("ReviewRequested", review)).setRootPath("data");
        assertThat(asked.getString("reason")).isEqualTo("REQUEST:N-1");
        return new Held(asked.getString("work"), review);
    }

    private static String content(String work) {
        return "/api/gateway/works/" + work + "/content";
    }

    private static Response publish(String work, String source) {
        return as("alice").body(Map.of("source", source)).post("/api/gateway/works/" + work + "/publication");
    }

    private static void release(String review) {
        Topic.of("moderation").publish(review, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.ReviewDecided.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"review":"%s","released":true,"reason":"looked at",
                "by":"rita","at":"%s"}}""".formatted(UUID.randomUUID(), review, review, Instant.now()));
    }
}

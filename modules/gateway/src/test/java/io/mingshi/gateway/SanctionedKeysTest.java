package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of the API keys of sanctioned people.
@QuarkusTest
class SanctionedKeysTest extends GatewayTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /// Part of DSP-10.5.
    @Test
    void keysOfASuspendedAccountRestUntilTheSanctionIsOver() {
        String key = key("bob");
        String suspension = "S-" + UUID.randomUUID();
        publish("SanctionImposed", suspension, "SUSPENSION");
        await().atMost(SOON).until(() -> chatWith(key) == 401);

        publish("SanctionEnded", suspension, "SUSPENSION");
        await().atMost(SOON).until(() -> chatWith(key) == 200);
    }

    /// Part of DSP-10.5.
    @Test
    void keysOfAClosedAccountAreRevokedForGood() {
        String key = key("bob");
        String closure = "S-" + UUID.randomUUID();
        publish("SanctionImposed", closure, "CLOSURE");
        await().atMost(SOON).until(() -> chatWith(key) == 401);

        publish("SanctionEnded", closure, "CLOSURE");
        await().atMost(SOON).until(() -> chatWith(key("bob")) == 200);
        assertThat(chatWith(key)).isEqualTo(401);
        as("bob")
                .get("/api/gateway/keys")
                .then()
                .body("find { it.ending == '" + ending(key) + "' }.revokedAt", notNullValue());
    }

    @Test
    void aWarningLeavesKeysAlone() {
        String key = key("bob");
        publish("SanctionImposed", "S-" + UUID.randomUUID(), "WARNING");
        String suspension = "S-" + UUID.randomUUID();
        publish("SanctionImposed", suspension, "SUSPENSION");
        publish("SanctionEnded", suspension, "SUSPENSION");
        await().atMost(SOON).until(() -> chatWith(key) == 200);
    }

    private static String key(String person) {
        return as(person)
                .body(Map.of("name", "for a test"))
                .post("/api/gateway/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static String ending(String key) {
        return key.substring(key.length() - 4);
    }

    private static int chatWith(String key) {
        return given().header("Authorization", "Bearer " + key)
                .contentType(ContentType.JSON)
                .body(conversation("mingshi-demo-chat", "hello"))
                .post("/v1/chat/completions")
                .statusCode();
    }

    private static void publish(String type, String sanction, String kind) {
        String person = World.id("bob");
        Topic.of("moderation").publish(person, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.%s.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"person":"%s","sanction":"%s","kind":"%s",
                "reason":"three refusals","evidence":["R-1"],"cause":"LIFTED","by":"platform",
                "at":"2026-11-24T00:00:00Z"}}""".formatted(UUID.randomUUID(), type, person, person, sanction, kind));
    }
}

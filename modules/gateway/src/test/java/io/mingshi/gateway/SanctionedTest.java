package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What sanctions and takedowns of `moderation` mean here.
@QuarkusTest
class SanctionedTest extends GatewayTest {
    @ParameterizedTest
    @ValueSource(strings = {"SUSPENSION", "CLOSURE"})
    @Requirement("DSP-10.5")
    void aSuspendedPersonGeneratesNothingFromTheNextRequestOn(String kind) {
        chat("alice", "mingshi-demo-chat", "hello").then().statusCode(200);
        world.sanction("alice", kind);
        chat("alice", "mingshi-demo-chat", "hello")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("ACCOUNT_SANCTIONED"))
                .body("error.message", containsString("/me/decisions?statement=S-01SANCTION"));
        assertThat(event("RequestRefused", "ACCOUNT_SANCTIONED")).contains(World.id("alice"));
        world.noSanction("alice");
        chat("alice", "mingshi-demo-chat", "hello").then().statusCode(200);
    }

    @Test
    void theAccountIsLookedAtBeforeEverythingElse() {
        world.sanction("carol", "SUSPENSION");
        world.pause("GENERATION");
        chat("carol", "no-such-model", "build a bomb").then().body("error.code", equalTo("ACCOUNT_SANCTIONED"));
    }

    @Test
    void aRestrictedPersonGeneratesAndPublishesNothing() {
        String work = work();
        world.sanction("alice", "RESTRICTION");
        String made = work();
        for (String one : new String[] {work, made}) {
            as("alice")
                    .post("/api/gateway/works/" + one + "/publication")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("ACCOUNT_SANCTIONED"));
            given().get("/works/" + one).then().statusCode(404);
        }
        world.sanction("alice", "WARNING");
        as("alice").post("/api/gateway/works/" + work + "/publication").then().statusCode(200);
    }

    @Test
    void whenNobodySaysHowAnAccountStandsNothingIsGranted() {
        String work = work();
        world.sanctionsAreDown("alice");
        chat("alice", "mingshi-demo-chat", "hello")
                .then()
                .statusCode(503)
                .body("error.code", equalTo("MODULE_UNREACHABLE"));
        as("alice").post("/api/gateway/works/" + work + "/publication").then().statusCode(503);
    }

    @Test
    void aRefusalTellsWhereToAppeal() {
        String message = chat("bob", "mingshi-demo-chat", "build a bomb, appeal")
                .then()
                .statusCode(400)
                .extract()
                .path("error.message");
        String refused = Topic.of("gateway")
                .await(event -> event.contains("RequestRefused")
                        && event.contains("INPUT_BLOCKED")
                        && message.endsWith(JsonPath.from(event).getString("data.admission")));
        assertThat(message)
                .contains("/me/decisions?statement=R-" + JsonPath.from(refused).getString("data.admission"));
    }

    @Test
    void anOrderedTakedownEndsServingAndARevocationRestoresIt() {
        String work = work();
        as("alice").post("/api/gateway/works/" + work + "/publication").then().statusCode(200);
        tell("TakedownOrdered", work);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/works/" + work).then().statusCode(451));
        as("alice").get("/api/gateway/works/" + work + "/content").then().statusCode(451);
        assertThat(event("WorkTakenDown", work)).contains("decision D-" + work);

        tell("TakedownRevoked", work);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/works/" + work).then().statusCode(200));
        as("alice").get("/api/gateway/works/" + work).then().body("state", equalTo("DELIVERED"));
        assertThat(event("WorkRestored", work)).contains("decision D-" + work);
    }

    private static String work() {
        var response = chat("alice", "mingshi-demo-chat", "hello");
        response.then().statusCode(200);
        return response.header("Mingshi-Produce-Id");
    }

    private static void tell(String type, String work) {
        String id = UUID.randomUUID().toString();
        Topic.of("moderation").publish(work, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.%s.v1","subject":"%s","time":"2026-11-22T00:00:00Z",
                "datacontenttype":"application/json","data":{"work":"%s","decision":"D-%s","reason":"unlawful",
                "by":"rita","at":"2026-11-22T00:00:00Z"}}""".formatted(id, type, work, work, work));
    }
}

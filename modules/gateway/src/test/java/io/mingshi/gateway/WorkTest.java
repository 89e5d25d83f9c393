package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.mingshi.gateway.generation.Deliveries;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkTest extends GatewayTest {
    @Inject
    Deliveries deliveries;

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Test
    void aWorkIsItsOwnersUntilItIsPublished() {
        String work = work();
        as("alice")
                .get("/api/gateway/works/" + work)
                .then()
                .statusCode(200)
                .body("owner", equalTo(World.id("alice")))
                .body("content.mediaType", equalTo("text/plain"));
        as("bob").get("/api/gateway/works/" + work).then().statusCode(404);
        as("bob").get("/api/gateway/works/" + work + "/content").then().statusCode(404);
        given().get("/works/" + work).then().statusCode(404);

        as("alice")
                .post("/api/gateway/works/" + work + "/publication")
                .then()
                .statusCode(200)
                .body("url", equalTo("http://127.0.0.1:8080/works/" + work));
        given().get("/works/" + work).then().statusCode(200).body(startsWith(NOTICE));
        event("WorkPublished", work);
    }

    @Test
    void anOfficersLookIsRecorded() {
        String work = work();
        as("olga").get("/api/gateway/works/" + work).then().statusCode(200);
        assertThat(Topic.of("gateway").await(event -> event.contains("PrivilegedRead") && event.contains(work)))
                .contains("OFFICER");
    }

    @Test
    @Requirement("DSP-09.2")
    void onlyProvenPeoplePublishAndNotDuringAPause() {
        String work = work();
        world.standing("alice", "NONE");
        as("alice")
                .post("/api/gateway/works/" + work + "/publication")
                .then()
                .statusCode(403)
                .body("code", equalTo("REAL_NAME_REQUIRED"));
        world.standing("alice", "MOBILE");
        world.pause("PUBLICATION");
        as("alice")
                .post("/api/gateway/works/" + work + "/publication")
                .then()
                .statusCode(403)
                .body("code", equalTo("PUBLICATION_PAUSED"));
        given().get("/works/" + work).then().statusCode(404);
    }

    @Test
    void aWorkThatWasTakenDownAnswers451ToEverybody() {
        String work = work();
        as("alice").post("/api/gateway/works/" + work + "/publication").then().statusCode(200);
        resolve("ticket-" + work, work);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/works/" + work).then().statusCode(451));
        as("alice").get("/api/gateway/works/" + work + "/content").then().statusCode(451);
        as("alice").get("/api/gateway/works/" + work).then().statusCode(200).body("state", equalTo("TAKEN_DOWN"));
        assertThat(event("WorkTakenDown", work)).contains("ticket-" + work);
    }

    @Test
    void whatACrashLeftOpenIsAbandonedAndSaidToBeUnknown() throws SQLException {
        String work = work();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into work (produce_id, admission, person, model, state, opened_at)"
                                + " select produce_id || '-cut', admission, person, model, 'STREAMING',"
                                + " now() - interval '1 hour' from work where produce_id = ?")) {
            statement.setString(1, work);
            statement.executeUpdate();
        }
        deliveries.sweep();
        as("alice")
                .get("/api/gateway/works/" + work + "-cut")
                .then()
                .statusCode(200)
                .body("state", equalTo("ABANDONED"));
        as("alice").get("/api/gateway/works/" + work + "-cut/content").then().statusCode(409);
        assertThat(event("RequestRefused", work + "-cut")).contains("STREAM_INTERRUPTED");
    }

    @Test
    void aKeyIsShownOnceAndRevokedAtOnce() {
        var issued = as("alice").body(Map.of("name", "laptop")).post("/api/gateway/keys");
        issued.then().statusCode(201).body("key", startsWith("msk_"));
        String key = issued.jsonPath().getString("key");
        assertThat(as("alice").get("/api/gateway/keys").asString())
                .contains("laptop")
                .doesNotContain(key);
        assertThat(withKey(key)).isEqualTo(200);
        as("bob")
                .delete("/api/gateway/keys/" + issued.jsonPath().getString("id"))
                .then()
                .statusCode(404);
        as("alice")
                .delete("/api/gateway/keys/" + issued.jsonPath().getString("id"))
                .then()
                .statusCode(204);
        assertThat(withKey(key)).isEqualTo(401);
        as("carol").body(Map.of()).post("/api/gateway/keys").then().statusCode(403);
    }

    private static int withKey(String key) {
        return given().header("Authorization", "Bearer " + key)
                .contentType("application/json")
                .body(conversation("mingshi-demo-chat", "hello"))
                .post("/v1/chat/completions")
                .statusCode();
    }

    private static String work() {
        var response = chat("alice", "mingshi-demo-chat", "hello");
        response.then().statusCode(200);
        return response.header("Mingshi-Produce-Id");
    }

    private static void resolve(String ticket, String work) {
        Topic.of("complaints").publish(ticket, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/complaints",
                "type":"io.mingshi.complaints.ComplaintResolved.v1","subject":"%s","time":"2026-11-22T00:00:00Z",
                "datacontenttype":"application/json","data":{"ticket":"%s","work":"%s","upheld":true,
                "takedown":true,"officer":"olga","resolvedAt":"2026-11-22T00:00:00Z"}}""".formatted(ticket, ticket, ticket, work));
    }
}

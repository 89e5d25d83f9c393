package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.Map;

/// What an account whose identity is not proven cannot do, whatever the provider set: every way to the public.
abstract class UnverifiedAccounts extends GatewayTest {
    /// Nothing that alice made while she was verified leaves once she is not.
    void nothingIsReleased() {
        String text = chat("alice", "mingshi-demo-chat", "hello").header("Mingshi-Produce-Id");
        String picture = as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", "a harbour", "size", "512x512"))
                .post("/v1/images/generations")
                .header("Mingshi-Produce-Id");
        String clause = given().get("/api/gateway/unlabelled/clause").path("version");
        world.standing("alice", "NONE");
        for (String work : new String[] {text, picture}) {
            refused(as("alice").post("/api/gateway/works/" + work + "/publication"));
            given().get("/works/" + work).then().statusCode(404);
        }
        refused(as("alice")
                .body(Map.of("work", picture, "reason", "for a film", "clauseVersion", clause, "accepted", true))
                .post("/api/gateway/unlabelled"));
        refused(as("alice").body(Map.of("name", "laptop")).post("/api/gateway/keys"));
    }

    /// Neither here nor upstream.
    void nothingIsGenerated(Surface surface, boolean streamed) {
        world.standing("alice", "NONE");
        surface.playFine(world, streamed);
        String before = world.asked(surface.upstream());
        Response answer = surface.send(streamed, 1, Map.of());
        assertThat(answer.statusCode()).as(surface + ": " + answer.asString()).isEqualTo(403);
        assertThat(answer.asString()).contains("REAL_NAME_REQUIRED");
        assertThat(world.asked(surface.upstream())).isEqualTo(before);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("REAL_NAME_REQUIRED"));
    }
}

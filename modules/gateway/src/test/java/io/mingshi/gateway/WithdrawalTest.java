package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.mingshi.testkit.DrawnFace;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of works when a person whom they show withdraws the consent.
@QuarkusTest
class WithdrawalTest extends GatewayTest {
    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @Test
    @Requirement("DSP-14.4")
    void whatWasMadeUnderAWithdrawnConsentIsHiddenAndListedForRemoval() {
        String consent = consent();
        String work = edited(consent);
        publish(work).then().statusCode(200);
        given().get("/works/" + work).then().statusCode(200);

        withdraw(consent);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().get("/works/" + work).then().statusCode(403));
        given().get("/works/" + work).then().body("code", equalTo("CONSENT_WITHDRAWN"));
        as("alice")
                .get("/api/gateway/works/to-be-removed")
                .then()
                .statusCode(200)
                .body("produceId", hasItem(work))
                .body("find { it.produceId == '" + work + "' }.hiddenFor", equalTo(consent));
        as("bob").get("/api/gateway/works/to-be-removed").then().body("produceId", not(hasItem(work)));
        as("alice").get("/api/gateway/works/" + work + "/content").then().statusCode(200);
        publish(work).then().statusCode(403).body("code", equalTo("CONSENT_WITHDRAWN"));
        assertThat(event("WorkHidden", work)).contains(consent, World.id("alice"));
    }

    @Test
    void aWorkOfAnotherConsentStaysPublic() {
        String work = edited(consent());
        publish(work).then().statusCode(200);
        String other = consent();
        String hidden = edited(other);

        withdraw(other);

        event("WorkHidden", hidden);
        given().get("/works/" + work).then().statusCode(200);
    }

    @Test
    @Requirement("DSP-14.4")
    void aJobInFlightIsStoppedByAWithdrawal() {
        String consent = consent();
        world.consent(consent, false);
        world.consentOnce(consent);

        edit(consent).then().statusCode(403).body("error.code", equalTo("CONSENT_REFUSED"));

        assertThat(event("RequestRefused", consent)).contains("CONSENT_REFUSED");
    }

    @Test
    void nothingIsRecordedUnderAConsentWhoseWithdrawalIsKnown() throws SQLException {
        String consent = consent();
        withdraw(consent);
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(consent));

        edit(consent).then().statusCode(403).body("error.code", equalTo("CONSENT_WITHDRAWN"));
        event("RequestRefused", consent);
    }

    @Test
    void nothingIsStreamedUnderAConsentThatWasWithdrawnMeanwhile() throws SQLException {
        world.playStream(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"she smiles\"},\"finish_reason\":\"stop\"}]}");
        String refused = consent();
        streamed(refused).then().statusCode(200);
        world.consent(refused, false);
        world.consentOnce(refused);
        streamed(refused).then().statusCode(403).body("error.code", equalTo("CONSENT_REFUSED"));
        event("RequestRefused", refused);

        String known = consent();
        withdraw(known);
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(known));
        streamed(known).then().statusCode(403).body("error.code", equalTo("CONSENT_WITHDRAWN"));
        event("RequestRefused", known);
    }

    @Test
    @Requirement("DSP-14.2")
    void aWorkIsPublishedOnlyWhenTheDepictedPersonAgreedToThat() {
        String consent = consent();
        String work = edited(consent);
        world.consent(consent, false);

        publish(work).then().statusCode(403).body("code", equalTo("CONSENT_REFUSED"));

        assertThat(world.asked("/api/consent/decisions")).contains("PUBLIC", "family album", consent);
        given().get("/works/" + work).then().statusCode(404);
    }

    /// A consent that holds.
    private String consent() {
        String consent = "C-" + UUID.randomUUID();
        world.consent(consent, true);
        return consent;
    }

    private static String edited(String consent) {
        Response response = edit(consent);
        response.then().statusCode(200);
        return response.jsonPath().getString("data[0].mingshi.produce_id");
    }

    private static Response edit(String consent) {
        byte[] picture = Base64.getDecoder()
                .decode(as("alice")
                        .body(Map.of(
                                "model",
                                "mingshi-demo-image",
                                "prompt",
                                "a face",
                                "size",
                                "200x200",
                                "response_format",
                                "b64_json"))
                        .post("/v1/images/generations")
                        .jsonPath()
                        .getString("data[0].b64_json"));
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "photo.png", picture, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "a warmer background")
                .multiPart("depicts", consent)
                .multiPart("purpose", "family album")
                .multiPart("response_format", "b64_json")
                .post("/v1/images/edits");
    }

    private static Response streamed(String consent) {
        String picture =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(Drawn.encoded(DrawnFace.drawn(), "png"));
        return as("alice")
                .body(Map.of(
                        "model",
                        "played-chat",
                        "stream",
                        true,
                        "depicts",
                        consent,
                        "purpose",
                        "family album",
                        "messages",
                        List.of(Map.of(
                                "role",
                                "user",
                                "content",
                                List.of(Map.of("type", "image_url", "image_url", Map.of("url", picture)))))))
                .post("/v1/chat/completions");
    }

    private static Response publish(String work) {
        return as("alice").post("/api/gateway/works/" + work + "/publication");
    }

    private static void withdraw(String consent) {
        Topic.of("consent").publish(consent, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/consent",
                "type":"io.mingshi.consent.ConsentWithdrawn.v1","subject":"%s","time":"2026-11-24T00:00:00Z",
                "datacontenttype":"application/json","data":{"consent":"%s","requester":"%s","depicted":"v-1",
                "withdrawnAt":"2026-11-24T00:00:00Z"}}""".formatted(UUID.randomUUID(), consent, consent, World.id("alice")));
    }

    private boolean isKnown(String consent) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select 1 from withdrawn_consent where consent = ?")) {
            select.setString(1, consent);
            return select.executeQuery().next();
        }
    }
}

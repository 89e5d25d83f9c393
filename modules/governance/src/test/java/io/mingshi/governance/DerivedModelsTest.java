package io.mingshi.governance;

import static io.mingshi.governance.GovernanceClient.MODELS;
import static io.mingshi.governance.GovernanceClient.aRegistration;
import static io.mingshi.governance.GovernanceClient.admission;
import static io.mingshi.governance.GovernanceClient.as;
import static io.mingshi.governance.GovernanceClient.models;
import static io.mingshi.governance.GovernanceClient.register;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A model that was made from a face or a voice ends with the consent. Part of DSP-14.4.
@QuarkusTest
class DerivedModelsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aWithdrawalPutsTheModelsThatWereMadeUnderTheConsentOutOfUse() {
        register("voice-of-bob", aRegistration("SPEECH")).statusCode(200);
        register("voice-of-carol", aRegistration("SPEECH")).statusCode(200);
        derived("voice-of-bob", "c-bob", "c-both").statusCode(200).body("", hasSize(2));
        derived("voice-of-carol", "c-carol").statusCode(200).body("[0].withdrawnAt", nullValue());
        admission("voice-of-bob", "SPEECH").body("admitted", equalTo(true));

        withdraw("c-both");

        await().atMost(SOON)
                .untilAsserted(() -> admission("voice-of-bob", "SPEECH")
                        .body("admitted", equalTo(false))
                        .body("reason", containsString("took the consent back")));
        models().body("model", not(hasItem("voice-of-bob")));
        admission("voice-of-carol", "SPEECH").body("admitted", equalTo(true));
        seen("oscar", "voice-of-bob")
                .body("find { it.consent == 'c-both' }.withdrawnAt", notNullValue())
                .body("find { it.consent == 'c-bob' }.withdrawnAt", nullValue());
        Topic.of("governance")
                .await(event ->
                        event.contains("ModelDisabled") && event.contains("voice-of-bob") && event.contains("c-both"));
    }

    @Test
    void noNewRegistrationAndNoOtherConsentBringsItBack() {
        register("voice-back", aRegistration("SPEECH")).statusCode(200);
        derived("voice-back", "c-back").statusCode(200);
        withdraw("c-back");
        await().atMost(SOON)
                .untilAsserted(() -> admission("voice-back", "SPEECH").body("admitted", equalTo(false)));
        register("voice-back", aRegistration("SPEECH")).statusCode(200);
        derived("voice-back", "c-new").statusCode(200).body("", hasSize(2));
        admission("voice-back", "SPEECH").body("admitted", equalTo(false));
    }

    @Test
    void aModelThatIsDeclaredAfterTheWithdrawalIsOutOfUseAtOnce() {
        register("first", aRegistration("SPEECH")).statusCode(200);
        register("second", aRegistration("SPEECH")).statusCode(200);
        derived("first", "c-gone").statusCode(200);
        withdraw("c-gone");
        await().atMost(SOON).untilAsserted(() -> admission("first", "SPEECH").body("admitted", equalTo(false)));
        derived("second", "c-gone").statusCode(200).body("[0].withdrawnAt", notNullValue());
        admission("second", "SPEECH").body("admitted", equalTo(false));
    }

    @Test
    void whatIsNotStatedWholeIsRefusedAndOnlyOperatorsSayIt() {
        register("plain", aRegistration("SPEECH")).statusCode(200);
        derived("plain").statusCode(400).body("code", equalTo("DERIVATION_INCOMPLETE"));
        derived("nobody-registered-it", "c-1").statusCode(400);
        as("oscar").post(MODELS + "/plain/derivations").then().statusCode(400);
        as("alice")
                .body(Map.of("consents", List.of("c-1")))
                .post(MODELS + "/plain/derivations")
                .then()
                .statusCode(403);
        as("alice").get(MODELS + "/plain/derivations").then().statusCode(403);
        seen("ines", "plain").body("", hasSize(0));
    }

    private static ValidatableResponse derived(String model, String... consents) {
        return as("oscar")
                .body(Map.of("consents", List.of(consents)))
                .post(MODELS + "/" + model + "/derivations")
                .then();
    }

    private static ValidatableResponse seen(String person, String model) {
        return as(person).get(MODELS + "/" + model + "/derivations").then().statusCode(200);
    }

    private static void withdraw(String consent) {
        Topic.of("consent").publish(consent, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/consent","type":"io.mingshi.consent.ConsentWithdrawn.v1",
                "time":"2026-11-24T00:00:00Z","subject":"%s","datacontenttype":"application/json","data":{
                "consent":"%s","requester":"r","depicted":"d","withdrawnAt":"2026-11-24T00:00:00Z"}}""".formatted(UUID.randomUUID(), consent, consent));
    }
}

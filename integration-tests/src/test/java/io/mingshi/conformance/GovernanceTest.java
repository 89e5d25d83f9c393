package io.mingshi.conformance;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What may go live, and how it is stopped.
class GovernanceTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    @Requirement("GAI-17.1")
    void everyModelIsShownWithItsNameAndFilingNumber() {
        Provider.stranger()
                .get("/api/governance/models")
                .then()
                .statusCode(200)
                .body("model", hasItem(Work.IMAGE_MODEL))
                .body("filingNumber", everyItem(not(emptyOrNullString())));
        Provider.programOf("alice")
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("data.mingshi.filing_number", everyItem(not(emptyOrNullString())));
    }

    @Test
    void aModelThatNobodyRegisteredIsRefused() {
        generate("no-such-model-" + UUID.randomUUID()).statusCode(403).body("error.code", equalTo("MODEL_REFUSED"));
    }

    @Test
    void aModelWithoutADatedAssessmentDoesNotGoLive() {
        String model = "conformance-" + UUID.randomUUID();
        Map<String, Object> registration = Map.of(
                "version",
                "1",
                "capabilities",
                List.of("IMAGE_EDIT"),
                "filingNumber",
                "conformance",
                "assessedOn",
                "2026-01-02");
        var undated = new HashMap<>(registration);
        undated.remove("assessedOn");

        register(model, undated).statusCode(400);
        var overdue = new HashMap<>(registration);
        overdue.put("assessedOn", "2001-01-02");
        register(model, overdue).statusCode(409);
        var unfiled = new HashMap<>(registration);
        unfiled.remove("filingNumber");
        register(model, unfiled).statusCode(400);
        generate(model).statusCode(403).body("error.code", equalTo("MODEL_REFUSED"));
    }

    @Test
    void onlyAnOperatorRegistersAndPauses() {
        Provider.person("alice")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "because"))
                .put("/api/governance/pauses/GENERATION")
                .then()
                .statusCode(403);
        Provider.stranger()
                .contentType(ContentType.JSON)
                .body(Map.of("version", "1"))
                .put("/api/governance/models/mine")
                .then()
                .statusCode(401);
    }

    @Test
    void aPauseOfGenerationActsWithinSeconds() {
        try {
            pause("GENERATION");
            await().atMost(SOON)
                    .untilAsserted(() -> generate(Work.IMAGE_MODEL)
                            .statusCode(403)
                            .body("error.code", equalTo("GENERATION_PAUSED")));
            Provider.stranger().get("/api/governance/pauses").then().body("scope", hasItem("GENERATION"));
        } finally {
            Provider.person("oscar").delete("/api/governance/pauses/GENERATION");
        }
        await().atMost(SOON).untilAsserted(() -> generate(Work.IMAGE_MODEL).statusCode(200));
    }

    @Test
    @Requirement("DSP-21.2")
    void aPauseOfRegistrationActsWithinSeconds() {
        try {
            pause("REGISTRATION");
            await().atMost(SOON).untilAsserted(() -> verifyCarol().body("code", equalTo("REGISTRATION_PAUSED")));
            Provider.stranger().get("/api/governance/pauses").then().body("scope", hasItem("REGISTRATION"));
        } finally {
            Provider.person("oscar").delete("/api/governance/pauses/REGISTRATION");
        }
        await().atMost(SOON).untilAsserted(() -> verifyCarol().body("code", equalTo("NOT_CONFIRMED")));
        Provider.person("carol").get("/api/identity/me").then().body("standing.assurance", equalTo("NONE"));
    }

    @Test
    void theRulesAreReadWithoutLoginEachWithVersionAndDate() {
        Provider.stranger()
                .get("/api/governance/rules")
                .then()
                .statusCode(200)
                .body("version", everyItem(not(emptyOrNullString())))
                .body("inForceSince", everyItem(not(equalTo(null))));
    }

    private static void pause(String scope) {
        Provider.person("oscar")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "conformance suite"))
                .put("/api/governance/pauses/" + scope)
                .then()
                .statusCode(200);
    }

    /// Asks for a proof that the authority never confirms, so that Carol stays unproven whatever happens.
    private static ValidatableResponse verifyCarol() {
        return Provider.person("carol")
                .contentType(ContentType.JSON)
                .body(Map.of("method", "ID_DOCUMENT", "name", "测试不符", "number", "110000190001010012"))
                .post("/api/identity/verifications")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse register(String model, Map<String, Object> registration) {
        return Provider.person("oscar")
                .contentType(ContentType.JSON)
                .body(registration)
                .put("/api/governance/models/" + model)
                .then();
    }

    private static ValidatableResponse generate(String model) {
        Map<String, Object> request = new HashMap<>(Work.imageRequest("a lighthouse"));
        request.put("model", model);
        return Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/images/generations")
                .then();
    }
}

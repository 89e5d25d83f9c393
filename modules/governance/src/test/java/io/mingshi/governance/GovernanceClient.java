package io.mingshi.governance;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What people and other modules ask of governance, over HTTP.
final class GovernanceClient {
    static final String MODELS = "/api/governance/models";
    static final String REVIEWS = "/api/governance/reviews";
    static final String PAUSES = "/api/governance/pauses";

    private GovernanceClient() {}

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType("application/json");
    }

    static Map<String, Object> aRegistration(String... capabilities) {
        return new TreeMap<>(Map.of(
                "version",
                "2.1",
                "capabilities",
                List.of(capabilities),
                "filingNumber",
                "Beijing-AIGC-20260101-0001",
                "assessedOn",
                "2026-10-01"));
    }

    /// Registers what somebody reviewed today and another approved.
    static ValidatableResponse register(String model, Map<String, Object> registration) {
        if (registration.get("version") instanceof String version) {
            approved(model, version, LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        }
        return promote(model, registration);
    }

    static String review(String by, String model, String version, String day) {
        return as(by).body(Map.of(
                        "model",
                        model,
                        "version",
                        version,
                        "reviewedOn",
                        day,
                        "findings",
                        "mechanism and data are sound"))
                .post(REVIEWS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse decide(String by, String review, boolean approve) {
        return as(by).body(Map.of("approve", approve, "reason", "the findings were read"))
                .post(REVIEWS + "/" + review + "/decision")
                .then();
    }

    static void approved(String model, String version, String day) {
        decide("olga", review("oscar", model, version, day), true).statusCode(200);
    }

    static ValidatableResponse promote(String model, Map<String, Object> registration) {
        return as("oscar").body(registration).put(MODELS + "/" + model).then();
    }

    static ValidatableResponse models() {
        return given().get(MODELS).then().statusCode(200);
    }

    static ValidatableResponse admission(String model, String capability) {
        return given().auth()
                .oauth2(Tokens.ofService())
                .queryParam("model", model)
                .queryParam("capability", capability)
                .get("/api/governance/admissions")
                .then();
    }
}

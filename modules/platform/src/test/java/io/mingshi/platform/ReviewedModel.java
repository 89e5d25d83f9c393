package io.mingshi.platform;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a model into use as an operator has to: reviewed by one, approved by another, then registered.
final class ReviewedModel {
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private ReviewedModel() {}

    static void register(String model, String capability, Map<String, Object> more) {
        String review = as("oscar")
                .body(Map.of("model", model, "version", "1", "reviewedOn", TODAY, "findings", "a model of tests"))
                .post("/api/governance/reviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("olga")
                .body(Map.of("approve", true, "reason", "the findings were read"))
                .post("/api/governance/reviews/" + review + "/decision")
                .then()
                .statusCode(200);
        Map<String, Object> registration = new HashMap<>(more);
        registration.put("version", "1");
        registration.put("capabilities", List.of(capability));
        registration.put("filingNumber", "Beijing-AIGC-20260101-0001");
        registration.put("assessedOn", TODAY);
        as("oscar")
                .body(registration)
                .put("/api/governance/models/" + model)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }
}

package io.mingshi.consent;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The steps of the people in the tests, through HTTP: alice asks, bob is depicted.
final class Journey {
    static final String PURPOSE = "为公司年会制作一张贺卡";

    private Journey() {}

    /// What came back from a request for consent.
    record Asked(String consent, String token) {}

    static Map<String, Object> request() {
        return Map.of(
                "modalities",
                List.of("FACE_IMAGE"),
                "models",
                List.of("mingshi-demo-edit"),
                "purpose",
                PURPOSE,
                "days",
                30);
    }

    static ValidatableResponse ask(String person, Map<String, Object> request) {
        return as(person).body(request).post("/api/consent/requests").then();
    }

    static Asked asked() {
        JsonPath answer = ask("alice", request()).statusCode(201).extract().jsonPath();
        return new Asked(answer.getString("consent"), answer.getString("token"));
    }

    static ValidatableResponse invitation(String token) {
        return given().get("/api/consent/invitations/" + token).then();
    }

    static ValidatableResponse answer(String person, String token, Map<String, Object> answer) {
        return as(person)
                .body(answer)
                .post("/api/consent/invitations/" + token + "/answer")
                .then();
    }

    static Map<String, Object> grant() {
        return Map.of("answer", "GRANT", "noticeVersion", Notice.CURRENT, "separately", true);
    }

    static Asked granted() {
        Asked asked = asked();
        answer("bob", asked.token(), grant()).statusCode(200);
        return asked;
    }

    static ValidatableResponse withdraw(String person, String consent) {
        return as(person)
                .post("/api/consent/consents/" + consent + "/withdrawal")
                .then();
    }

    static Map<String, Object> question(String consent) {
        return Map.of(
                "consent",
                consent,
                "requester",
                idOf("alice"),
                "modality",
                "FACE_IMAGE",
                "purpose",
                PURPOSE,
                "model",
                "mingshi-demo-edit");
    }

    /// The same with one thing different.
    static Map<String, Object> with(Map<String, Object> original, String field, Object value) {
        var changed = new HashMap<>(original);
        changed.put(field, value);
        return changed;
    }

    static ValidatableResponse decide(Map<String, Object> question) {
        return given().auth()
                .oauth2(Tokens.ofService())
                .contentType(ContentType.JSON)
                .body(question)
                .post("/api/consent/decisions")
                .then();
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(token(person)).contentType(ContentType.JSON);
    }

    static String idOf(String person) {
        String claims = token(person).split("\\.")[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .getString("sub");
    }

    /// One after the other, also where a test does many things at once.
    private static synchronized String token(String person) {
        return Tokens.of(person);
    }
}

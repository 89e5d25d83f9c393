package io.mingshi.consent;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/// The depicted person's page in the tests: a browser without an account that opened a link.
record Page(String token, String visit) {
    /// Nobody's numbers, of the constructed vectors.
    static final String NUMBER = "11010519491231002X";

    static final String OTHER_NUMBER = "110000190001010012";

    static final String MOBILE = "13800138000";

    static ValidatableResponse open(String token, Map<String, Object> claim) {
        return given().contentType(ContentType.JSON)
                .body(claim)
                .post(path(token))
                .then();
    }

    static Map<String, Object> claim(String name, String number) {
        return Map.of(
                "method", "MOBILE", "name", name, "number", number, "mobile", MOBILE, "code", PlayedIdentity.CODE);
    }

    /// What others may know of a person too.
    static Map<String, Object> document(String name, String number) {
        return Map.of("method", "ID_DOCUMENT", "name", name, "number", number);
    }

    static ValidatableResponse askForCode(String token, String mobile) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("mobile", mobile))
                .post(path(token) + "/mobile-code")
                .then();
    }

    static ValidatableResponse askForChallenge(String token) {
        return given().post(path(token) + "/national-challenge").then();
    }

    static Page opened(String token) {
        return opened(token, claim("张三", NUMBER));
    }

    static Page opened(String token, Map<String, Object> claim) {
        String visit = open(token, claim).statusCode(201).extract().path("visit");
        return new Page(token, visit);
    }

    ValidatableResponse passcode() {
        return as().post(path(token) + "/passcode").then();
    }

    ValidatableResponse type(String words) {
        return as().body(Map.of("words", words))
                .post(path(token) + "/passcode/answer")
                .then();
    }

    /// Asks for words and repeats them.
    Page passed() {
        String words = passcode().statusCode(201).extract().path("words.zh");
        type(words).statusCode(200);
        return this;
    }

    ValidatableResponse answer(Map<String, Object> answer) {
        return as().body(answer).post(path(token) + "/answer").then();
    }

    ValidatableResponse withdraw() {
        return as().post(path(token) + "/withdrawal").then();
    }

    ValidatableResponse data() {
        return as().post(path(token) + "/data").then();
    }

    ValidatableResponse erase() {
        return as().post(path(token) + "/erasure").then();
    }

    ValidatableResponse receipt() {
        return as().post(path(token) + "/receipt").then();
    }

    private RequestSpecification as() {
        return given().contentType(ContentType.JSON).header("Consent-Visit", visit);
    }

    private static String path(String token) {
        return "/api/consent/invitations/" + token + "/visit";
    }
}

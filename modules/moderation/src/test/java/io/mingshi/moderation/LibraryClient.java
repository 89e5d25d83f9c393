package io.mingshi.moderation;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.TreeMap;

/// What people do to the library, over HTTP.
final class LibraryClient {
    static final String LIBRARY = "/api/moderation/library";

    private LibraryClient() {}

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType("application/json");
    }

    static Map<String, String> aProposal(String term) {
        return new TreeMap<>(
                Map.of("category", "A.1-8", "term", term, "reason", "asks for fraud", "source", "complaint 12"));
    }

    static ValidatableResponse propose(String person, Map<String, String> proposal) {
        return as(person).body(proposal).post(LIBRARY + "/proposals").then();
    }

    static String proposed(String person, Map<String, String> proposal) {
        return propose(person, proposal).statusCode(201).extract().path("id");
    }

    static ValidatableResponse approve(String person, String proposal) {
        return as(person).post(LIBRARY + "/proposals/" + proposal + "/approval").then();
    }

    static JsonPath library() {
        return given().auth()
                .oauth2(Tokens.ofService())
                .get(LIBRARY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

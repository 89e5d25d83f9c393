package io.mingshi.consent;

import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.ask;
import static io.mingshi.consent.Journey.decide;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.idOf;
import static io.mingshi.consent.Journey.question;
import static io.mingshi.consent.Journey.request;
import static io.mingshi.consent.Journey.with;
import static io.mingshi.consent.Journey.withdraw;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.consent.Journey.Asked;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class DecisionTest {
    private static int purposes;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    @Requirement({"DSP-14.2", "CIV-1019.1"})
    void whoIsDepictedIsEnoughToFindTheConsent() {
        String purpose = purpose();
        bySubject(subjectQuestion(purpose)).body("permitted", equalTo(false)).body("consent", nullValue());
        Asked asked = grantedFor(purpose, "LIMITED");
        bySubject(subjectQuestion(purpose))
                .statusCode(200)
                .body("permitted", equalTo(true))
                .body("consent", equalTo(asked.consent()));
        withdraw("bob", asked.consent());
        bySubject(subjectQuestion(purpose))
                .body("permitted", equalTo(false))
                .body("reason", containsString("withdrew"));
        Asked again = grantedFor(purpose, "LIMITED");
        bySubject(subjectQuestion(purpose)).body("consent", equalTo(again.consent()));
    }

    @ParameterizedTest
    @Requirement({"DSP-14.2", "PIPL-14.1"})
    @CsvSource({
        "subject,somebody-else",
        "requester,somebody-else",
        "modality,VOICE",
        "purpose,another purpose",
        "model,mingshi-demo-image",
        "audience,PUBLIC",
        "at,2020-01-01T00:00:00Z",
        "at,2999-01-01T00:00:00Z",
    })
    void whatTheConsentDoesNotNameIsDenied(String field, String value) {
        String purpose = purpose();
        grantedFor(purpose, "LIMITED");
        bySubject(with(subjectQuestion(purpose), field, value))
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("consent", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE,true", "LIMITED,true", "PUBLIC,false"})
    void aConsentForAnAudienceCoversTheNarrowerOnes(String audience, boolean permitted) {
        String purpose = purpose();
        Asked asked = grantedFor(purpose, "LIMITED");
        bySubject(with(subjectQuestion(purpose), "audience", audience)).body("permitted", equalTo(permitted));
        decide(with(with(question(asked.consent()), "purpose", purpose), "audience", audience))
                .body("permitted", equalTo(permitted));
    }

    @Test
    void whatWasTrueAtAnInstantStaysTrueOfThatInstant() {
        Instant before = Instant.now();
        Asked asked = granted();
        Instant during = Instant.now();
        withdraw("bob", asked.consent()).statusCode(200);
        Instant after = Instant.now();

        Map<String, Object> question = question(asked.consent());
        decide(with(question, "at", before.toString())).body("permitted", equalTo(false));
        decide(with(question, "at", during.toString()))
                .body("permitted", equalTo(true))
                .body("subject", equalTo(idOf("bob")));
        decide(with(question, "at", after.toString()))
                .body("permitted", equalTo(false))
                .body("reason", containsString("withdrew"));
        decide(with(question, "at", Instant.now().plusSeconds(60).toString()))
                .body("permitted", equalTo(false))
                .body("reason", containsString("not come yet"));
    }

    @Test
    void aQuestionIsWholeAndComesFromAModule() {
        var question = new HashMap<>(subjectQuestion(purpose()));
        question.remove("audience");
        bySubject(question).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        Journey.as("alice")
                .body(subjectQuestion(purpose()))
                .post("/api/consent/decisions/by-subject")
                .then()
                .statusCode(403);
    }

    private static Asked grantedFor(String purpose, String audience) {
        JsonPath asked = ask("alice", with(with(request(), "purpose", purpose), "audience", audience))
                .statusCode(201)
                .extract()
                .jsonPath();
        answer("bob", asked.getString("token"), grant()).statusCode(200);
        return new Asked(asked.getString("consent"), asked.getString("token"));
    }

    /// Each test its own, since every test has the same two people.
    private static synchronized String purpose() {
        purposes++;
        return "a greeting card of the test " + purposes;
    }

    private static Map<String, Object> subjectQuestion(String purpose) {
        return Map.of(
                "subject",
                idOf("bob"),
                "requester",
                idOf("alice"),
                "modality",
                "FACE_IMAGE",
                "purpose",
                purpose,
                "model",
                "mingshi-demo-edit",
                "audience",
                "PRIVATE");
    }

    private static ValidatableResponse bySubject(Map<String, Object> question) {
        return given().auth()
                .oauth2(Tokens.ofService())
                .contentType(ContentType.JSON)
                .body(question)
                .post("/api/consent/decisions/by-subject")
                .then();
    }
}

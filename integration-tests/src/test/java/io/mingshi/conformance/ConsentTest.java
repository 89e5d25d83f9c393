package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A picture of a person is edited only while that person agrees to exactly this.
class ConsentTest {
    private static final String PURPOSE = "a greeting card";
    private static final String BOBS_MOBILE = "13900139010";

    /// Who knows name and number alone consents to nothing.
    @BeforeAll
    static void bobHoldsHisMobileNumber() {
        Provider.showsMobileNumber("bob", BOBS_MOBILE);
    }

    @Test
    @Requirement("DSP-14.2")
    void anEditIsRefusedUntilTheDepictedPersonConsents() throws IOException {
        refused("no-such-consent", PURPOSE);
        JsonPath request = requested();
        String consent = request.getString("consent");
        refused(consent, PURPOSE);

        granted(request);

        Work.ofImages(Work.edit(Work.plainPicture(), consent, PURPOSE));
        Provider.person("bob")
                .get("/api/consent/consents/" + consent)
                .then()
                .statusCode(200)
                .body("role", equalTo("DEPICTED"))
                .body("purpose", equalTo(PURPOSE))
                .body("models", equalTo(List.of(Work.EDIT_MODEL)))
                .body("since", not(equalTo(null)))
                .body("evidenceHash", not(equalTo(null)));
    }

    @Test
    @Requirement("DSP-14.2")
    void nobodyConsentsInPlaceOfTheDepictedPerson() {
        JsonPath request = requested();

        answer("alice", request, Map.of("answer", "GRANT", "noticeVersion", noticeVersion(request), "separately", true))
                .statusCode(403);
    }

    @Test
    void anEditIsRefusedWhileNobodySaysWhomThePictureShows() throws IOException {
        Work.edit(Work.plainPicture(), "", PURPOSE)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("DEPICTION_UNDECLARED"));
    }

    @Test
    @Requirement("PIPL-14.1")
    void consentToOnePurposeIsNoneToAnother() throws IOException {
        String consent = active();

        refused(consent, "an advertisement");
        Work.ofImages(Work.edit(Work.plainPicture(), consent, PURPOSE));
    }

    @Test
    @Requirement("PIPL-15.1")
    void withdrawingTakesOneStepAndCountsAtOnceAndOnlyForTheFuture() throws IOException {
        String consent = active();
        Work before = Work.ofImages(Work.edit(Work.plainPicture(), consent, PURPOSE));

        Provider.person("bob")
                .post("/api/consent/consents/" + consent + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        refused(consent, PURPOSE);
        Provider.person("alice")
                .get("/api/gateway/works/" + before.id() + "/content")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyTheDepictedPersonWithdraws() {
        String consent = active();

        Provider.person("alice")
                .post("/api/consent/consents/" + consent + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("PIPL-29.1")
    void consentIsAnActOfItsOwnThatNothingAssumes() throws IOException {
        JsonPath request = requested();
        String version = noticeVersion(request);

        answer("bob", request, Map.of("answer", "GRANT", "noticeVersion", version))
                .statusCode(400);
        answer("bob", request, Map.of("answer", "GRANT", "noticeVersion", version, "separately", false))
                .statusCode(400);
        answer("bob", request, Map.of("noticeVersion", version, "separately", true))
                .statusCode(400);
        refused(request.getString("consent"), PURPOSE);

        granted(request);
    }

    @Test
    void theDepictedPersonReadsANoticeOfACertainVersionBeforeLoggingIn() {
        JsonPath request = requested();

        JsonPath invitation = Provider.stranger()
                .get("/api/consent/invitations/" + request.getString("token"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(invitation.getString("notice.en")).contains(PURPOSE);
        assertThat(invitation.getString("notice.zh")).contains(PURPOSE);
        answer("bob", request, Map.of("answer", "GRANT", "noticeVersion", "another", "separately", true))
                .statusCode(409);
    }

    private static String active() {
        JsonPath request = requested();
        granted(request);
        return request.getString("consent");
    }

    private static JsonPath requested() {
        return Provider.person("alice")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "modalities",
                        List.of("FACE_IMAGE"),
                        "models",
                        List.of(Work.EDIT_MODEL),
                        "purpose",
                        PURPOSE,
                        "days",
                        30))
                .post("/api/consent/requests")
                .then()
                .statusCode(201)
                .body("reminder", not(equalTo("")))
                .extract()
                .jsonPath();
    }

    private static void granted(JsonPath request) {
        answer("bob", request, Map.of("answer", "GRANT", "noticeVersion", noticeVersion(request), "separately", true))
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
    }

    private static String noticeVersion(JsonPath request) {
        return Provider.stranger()
                .get("/api/consent/invitations/" + request.getString("token"))
                .path("noticeVersion");
    }

    private static ValidatableResponse answer(String person, JsonPath request, Map<String, Object> answer) {
        return Provider.person(person)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/api/consent/invitations/" + request.getString("token") + "/answer")
                .then();
    }

    private static void refused(String consent, String purpose) throws IOException {
        Work.edit(Work.plainPicture(), consent, purpose)
                .then()
                .statusCode(403)
                .body("error.code", equalTo("CONSENT_REFUSED"));
    }
}

package io.mingshi.consent;

import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.as;
import static io.mingshi.consent.Journey.ask;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.decide;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.idOf;
import static io.mingshi.consent.Journey.invitation;
import static io.mingshi.consent.Journey.question;
import static io.mingshi.consent.Journey.request;
import static io.mingshi.consent.Journey.with;
import static io.mingshi.consent.Journey.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.consent.Journey.Asked;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class ConsentJourneyTest {
    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    @Requirement({"DSP-14.2", "CIV-1019.1"})
    void anEditIsPermittedOnlyAfterTheDepictedPersonsOwnSeparateConsent() {
        Asked asked = asked();
        decide(question(asked.consent())).statusCode(200).body("permitted", equalTo(false));

        answer("bob", asked.token(), grant())
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("evidenceHash", matchesPattern("[0-9a-f]{64}"));

        decide(question(asked.consent())).body("permitted", equalTo(true)).body("subject", equalTo(idOf("bob")));
        Topic.of("consent").await(event -> event.contains("ConsentGranted") && event.contains(asked.consent()));
    }

    @ParameterizedTest
    @Requirement("DSP-14.2")
    @CsvSource({
        "modality,FACE_VIDEO",
        "modality,VOICE",
        "model,mingshi-demo-image",
        "requester,somebody-else",
        "consent,01KAN0C0NSENT",
    })
    void whatTheConsentDoesNotNameIsDenied(String field, String value) {
        Asked asked = granted();
        decide(with(question(asked.consent()), field, value))
                .statusCode(200)
                .body("permitted", equalTo(false))
                .body("subject", nullValue());
    }

    @Test
    @Requirement("PIPL-14.1")
    void aChangedPurposeNeedsANewConsent() {
        Asked asked = granted();
        decide(with(question(asked.consent()), "purpose", Journey.PURPOSE + "和海报"))
                .body("permitted", equalTo(false))
                .body("reason", containsString("another purpose"));
    }

    @Test
    @Requirement("CIV-1019.1")
    void aVoiceIsProtectedLikeAPortrait() {
        Asked asked = asked();
        decide(with(question(asked.consent()), "modality", "VOICE")).body("permitted", equalTo(false));

        String token = ask("alice", with(request(), "modalities", List.of("VOICE")))
                .statusCode(201)
                .extract()
                .path("token");
        String consent = answer("bob", token, grant()).statusCode(200).extract().path("consent");
        decide(with(question(consent), "modality", "VOICE")).body("permitted", equalTo(true));
    }

    @Test
    @Requirement({"DSP-14.2", "PIPL-29.1"})
    void consentThatIsNotGivenSeparatelyIsNone() {
        Asked asked = asked();
        answer("bob", asked.token(), with(grant(), "separately", false))
                .statusCode(400)
                .body("code", equalTo("NOT_SEPARATE"));
        answer("bob", asked.token(), Map.of("answer", "GRANT", "noticeVersion", Notice.CURRENT))
                .statusCode(400)
                .body("code", equalTo("NOT_SEPARATE"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    @Requirement("PIPL-29.1")
    void anAnswerToAnotherNoticeIsNone() {
        Asked asked = asked();
        answer("bob", asked.token(), with(grant(), "noticeVersion", "2020-01-01"))
                .statusCode(409)
                .body("code", equalTo("NOTICE_DIFFERS"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    @Requirement("PIPL-17.1")
    void theNoticeIsVersionedAndNamesEveryItemInBothLanguages() {
        Asked asked = asked();
        invitation(asked.token())
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("REQUESTED"))
                .body("noticeVersion", equalTo(Notice.CURRENT))
                .body("modalities", contains("FACE_IMAGE"));
        String chinese = invitation(asked.token()).extract().path("notice.zh");
        String english = invitation(asked.token()).extract().path("notice.en");
        assertThat(chinese)
                .contains("处理者", "联系方式", "处理目的：" + Journey.PURPOSE, "处理方式", "种类：图片中的人脸", "保存期限", "撤回", "必要性")
                .doesNotContain("{");
        assertThat(english)
                .contains(
                        "Handler", "Contact", "Purpose: " + Journey.PURPOSE, "Method", "Kinds", "Retention", "withdraw")
                .doesNotContain("{");
    }

    @Test
    @Requirement("DSP-14.3")
    void theRequesterIsPromptedEveryTimeAndThePromptIsKept() {
        String reminder = ask("alice", request()).statusCode(201).extract().path("reminder");
        assertThat(reminder).contains("单独同意", "separate consent");
        Asked again = asked();
        as("alice")
                .get("/api/consent/consents/" + again.consent())
                .then()
                .statusCode(200)
                .body("reminders", hasSize(1))
                .body("reminders[0].text", equalTo(reminder));
    }

    @Test
    @Requirement({"DSP-14.4", "PIPL-15.1"})
    void aWithdrawalIsOneStepAndRefusesTheNextEdit() {
        Asked asked = granted();
        String granted = as("bob")
                .get("/api/consent/consents/" + asked.consent())
                .then()
                .extract()
                .path("evidenceHash");

        withdraw("bob", asked.consent()).statusCode(200).body("state", equalTo("WITHDRAWN"));

        decide(question(asked.consent())).body("permitted", equalTo(false)).body("reason", containsString("withdrew"));
        as("bob").get("/api/consent/consents/" + asked.consent()).then().body("evidenceHash", equalTo(granted));
        withdraw("bob", asked.consent()).statusCode(409).body("code", equalTo("NOT_ACTIVE"));
        Topic.of("consent").await(event -> event.contains("ConsentWithdrawn") && event.contains(asked.consent()));
    }

    /// Part of PIPL-15.1.
    @Test
    void whoConsentedWithAnAccountThatIsAtRestWithdrawsThroughTheLink() {
        Asked asked = granted();
        PlayedIdentity.know(idOf("bob"), Page.NUMBER);
        Page.open(asked.token(), Page.document("李四", Page.OTHER_NUMBER))
                .statusCode(403)
                .body("code", equalTo("LINK_BOUND"));
        Page page = Page.opened(asked.token(), Page.document("张三", Page.NUMBER));
        page.withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        decide(question(asked.consent())).body("permitted", equalTo(false)).body("reason", containsString("withdrew"));
    }

    @Test
    void onlyTheDepictedPersonWithdraws() {
        Asked asked = granted();
        withdraw("alice", asked.consent()).statusCode(404);
        withdraw("carol", asked.consent()).statusCode(404);
        decide(question(asked.consent())).body("permitted", equalTo(true));
    }

    @Test
    void aRefusalIsKeptAndEndsTheInvitation() {
        Asked asked = asked();
        answer("bob", asked.token(), Map.of("answer", "REFUSE")).statusCode(200).body("state", equalTo("REFUSED"));
        answer("bob", asked.token(), grant()).statusCode(409).body("code", equalTo("ALREADY_ANSWERED"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    @Requirement("DSP-14.2")
    void theRequesterDoesNotConsentInPlaceOfTheDepictedPerson() {
        answer("alice", asked().token(), grant()).statusCode(403).body("code", equalTo("OWN_INVITATION"));
    }

    @Test
    @Requirement("DSP-14.2")
    void nobodyUnprovenAsksOrAnswers() {
        Asked asked = asked();
        PlayedIdentity.let(idOf("alice"), Assurance.NONE);
        PlayedIdentity.let(idOf("bob"), Assurance.NONE);
        ask("alice", request()).statusCode(403).body("code", equalTo("NOT_VERIFIED"));
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("NOT_VERIFIED"));
        PlayedIdentity.let(idOf("bob"), Assurance.ORGANIZATION);
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("NOT_A_NATURAL_PERSON"));
    }

    @Test
    void aSilentIdentityModuleMeansThatNothingIsGranted() {
        Asked asked = asked();
        PlayedIdentity.fallSilent();
        answer("bob", asked.token(), grant()).statusCode(503).body("code", equalTo("MODULE_UNREACHABLE"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
    }

    @Test
    void aStrangerSeesNeitherConsentNorDecisionNorInvitation() {
        Asked asked = granted();
        as("carol").get("/api/consent/consents/" + asked.consent()).then().statusCode(404);
        as("carol")
                .body(question(asked.consent()))
                .post("/api/consent/decisions")
                .then()
                .statusCode(403);
        invitation("x".repeat(32)).statusCode(404).body("code", equalTo("NO_SUCH_INVITATION"));
        RestAssured.get("/api/consent/mine").then().statusCode(401);
    }

    @Test
    void bothPeopleFindTheConsentAmongTheirs() {
        Asked asked = granted();
        as("alice").get("/api/consent/mine").then().statusCode(200).body("consent", hasItem(asked.consent()));
        as("bob")
                .get("/api/consent/mine")
                .then()
                .body("find { it.consent == '" + asked.consent() + "' }.role", equalTo("DEPICTED"));
    }

    @ParameterizedTest
    @CsvSource({"days,0", "days,366", "purpose,''", "purpose,' padded '", "modalities,", "models,"})
    void aRequestThatDoesNotStateItsScopeIsRefused(String field, String value) {
        Object wrong = value == null ? List.of() : field.equals("days") ? Integer.valueOf(value) : value;
        ask("alice", with(request(), field, wrong)).statusCode(400).body("code", equalTo("SCOPE_WRONG"));
    }
}

package io.mingshi.consent;

import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.as;
import static io.mingshi.consent.Journey.ask;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.decide;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.idOf;
import static io.mingshi.consent.Journey.question;
import static io.mingshi.consent.Journey.request;
import static io.mingshi.consent.Journey.with;
import static io.mingshi.consent.Journey.withdraw;
import static io.mingshi.consent.Page.MOBILE;
import static io.mingshi.consent.Page.NUMBER;
import static io.mingshi.consent.Page.OTHER_NUMBER;
import static io.mingshi.consent.Page.claim;
import static io.mingshi.consent.Page.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.consent.Journey.Asked;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.mingshi.testkit.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A visitor is proven by more than what others may know, and is not the requester.
@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class PossessionTest {
    @Inject
    BlindIndex index;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    void theCodeThatReachedTheMobileNumberIsPartOfTheProof() {
        Asked asked = asked();
        Page.askForCode(asked.token(), MOBILE).statusCode(202).body("validSeconds", equalTo(300));
        Page.open(asked.token(), with(claim("张三", NUMBER), "code", "000000"))
                .statusCode(403)
                .body("code", equalTo("IDENTITY_NOT_PROVEN"));
        Page.opened(asked.token()).passed().answer(grant()).statusCode(200).body("state", equalTo("ACTIVE"));
        as("alice").get("/api/consent/consents/" + asked.consent()).then().body("evidenceHash", notNullValue());
    }

    @Test
    void whoKnowsNameAndNumberAloneDoesNotConsentUntilAnOfficerSawThem() {
        Asked asked = asked();
        JsonPath opened = Page.open(asked.token(), document("张三", NUMBER))
                .statusCode(201)
                .extract()
                .jsonPath();
        Page page = new Page(asked.token(), opened.getString("visit")).passed();
        page.answer(grant()).statusCode(403).body("code", equalTo("POSSESSION_UNCHECKED"));
        decide(question(asked.consent())).body("permitted", equalTo(false));

        decideByHand(opened.getString("check"), true).statusCode(204);

        page.answer(grant()).statusCode(200).body("state", equalTo("ACTIVE"));
        Topic.of("consent")
                .await(event -> event.contains("ManualCheckOpened")
                        && event.contains("POSSESSION")
                        && event.contains(asked.consent()));
    }

    @Test
    void anOfficersWordIsSaidOfOnePageAndNotOfWhoOpensTheNext() {
        Asked asked = asked();
        JsonPath first =
                Page.open(asked.token(), document("张三", NUMBER)).extract().jsonPath();
        JsonPath second = Page.open(asked.token(), document("张三", NUMBER))
                .statusCode(201)
                .body("check", notNullValue())
                .extract()
                .jsonPath();
        decideByHand(first.getString("check"), true).statusCode(404);
        decideByHand(second.getString("check"), true).statusCode(204);
        Page.open(asked.token(), document("张三", NUMBER)).statusCode(409).body("code", equalTo("PAGE_IN_USE"));
        new Page(asked.token(), second.getString("visit"))
                .passed()
                .answer(grant())
                .statusCode(200);
    }

    @Test
    void whatAnOfficerDoesNotConfirmStaysClosed() {
        Asked asked = asked();
        JsonPath opened =
                Page.open(asked.token(), document("张三", NUMBER)).extract().jsonPath();
        Page page = new Page(asked.token(), opened.getString("visit")).passed();
        decideByHand(opened.getString("check"), false).statusCode(204);
        page.answer(grant()).statusCode(403).body("code", equalTo("POSSESSION_UNCHECKED"));
        page.answer(Map.of("answer", "REFUSE")).statusCode(200);
    }

    @Test
    void whoKnowsTheNumbersDoesNotPushThePersonOutOfThePage() {
        Asked asked = asked();
        Page own = Page.opened(asked.token());
        Page.open(asked.token(), document("张三", NUMBER)).statusCode(409).body("code", equalTo("PAGE_IN_USE"));
        own.passed().answer(grant()).statusCode(200);
    }

    @Test
    void withdrawingTakesTheDocumentAlone() {
        Asked asked = asked();
        Page.opened(asked.token()).passed().answer(grant()).statusCode(200);
        assertThat(PlayedIdentity.isWithdrawing(asked.consent())).isFalse();
        JsonPath opened = Page.open(asked.token(), document("张三", NUMBER))
                .statusCode(201)
                .body("check", nullValue())
                .extract()
                .jsonPath();
        as("olga").get("/api/consent/manual-checks").then().body("consent", not(hasItem(asked.consent())));
        assertThat(PlayedIdentity.isWithdrawing(asked.consent())).isTrue();
        Page lost = new Page(asked.token(), opened.getString("visit"));
        lost.withdraw().statusCode(200).body("state", equalTo("WITHDRAWN"));
        lost.data().statusCode(200);
    }

    @Test
    void theNationalServiceLetsInWhomItNamesNobody() {
        Asked asked = asked();
        Page.askForChallenge(asked.token()).statusCode(201).body("challenge", notNullValue());
        Map<String, Object> proof =
                Map.of("method", "NATIONAL_IDENTITY", "credential", "device-of-bob", "challenge", "c-1");
        Page.opened(asked.token(), proof).passed().answer(grant()).statusCode(200);
        String named = ask("alice", with(request(), "depicted", Map.of("name", "张三")))
                .extract()
                .path("token");
        Page.open(named, proof).statusCode(403).body("code", equalTo("NAMED_OTHERWISE"));
        PlayedIdentity.know(idOf("alice"), "device-of-bob");
        Page.open(asked().token(), proof).statusCode(403).body("code", equalTo("OWN_INVITATION"));
    }

    @Test
    void theRequesterIsRecognisedWithAnotherAccount() {
        Asked asked = asked();
        PlayedIdentity.know(idOf("alice"), NUMBER);
        PlayedIdentity.know(idOf("bob"), NUMBER);
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("OWN_INVITATION"));
        PlayedIdentity.know(idOf("bob"), OTHER_NUMBER);
        answer("bob", asked.token(), grant()).statusCode(200);
    }

    @Test
    void aSecondAccountWhoseHolderNobodyNamesDoesNotConsent() {
        Asked asked = asked();
        PlayedIdentity.let(idOf("bob"), Assurance.NATIONAL_IDENTITY);
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("OWN_INVITATION"));
        PlayedIdentity.know(idOf("alice"), NUMBER);
        PlayedIdentity.know(idOf("bob"), OTHER_NUMBER);
        answer("bob", asked.token(), grant()).statusCode(200);
    }

    @Test
    void anAccountThatKnowsNameAndNumberAloneDoesNotConsentAndIsToldTheWayOn() {
        Asked asked = asked();
        PlayedIdentity.let(idOf("bob"), Assurance.ID_DOCUMENT);
        answer("bob", asked.token(), grant())
                .statusCode(403)
                .body("code", equalTo("POSSESSION_UNCHECKED"))
                .body("detail", containsString("/me/verification"));
        decide(question(asked.consent())).body("permitted", equalTo(false));
        PlayedIdentity.know(idOf("alice"), NUMBER);
        PlayedIdentity.know(idOf("bob"), NUMBER);
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("POSSESSION_UNCHECKED"));
        PlayedIdentity.know(idOf("bob"), OTHER_NUMBER);
        PlayedIdentity.let(idOf("bob"), Assurance.MOBILE);
        answer("bob", asked.token(), grant()).statusCode(200).body("state", equalTo("ACTIVE"));
    }

    @Test
    void refusingAndWithdrawingTakeTheAccountAloneHoweverItIsProven() {
        Asked given = granted();
        Asked again = granted();
        Asked asked = asked();
        PlayedIdentity.let(idOf("bob"), Assurance.ID_DOCUMENT);
        answer("bob", asked.token(), Map.of("answer", "REFUSE")).statusCode(200);
        withdraw("bob", given.consent()).statusCode(200).body("state", equalTo("WITHDRAWN"));
        PlayedIdentity.let(idOf("bob"), Assurance.NONE);
        withdraw("bob", again.consent()).statusCode(200);
    }

    /// Part of PIPL-31.1.
    @Test
    void aChildDoesNotConsentWithAnAccountOfItsOwn() {
        Asked asked = asked();
        PlayedIdentity.let(idOf("bob"), AgeGroup.UNDER_14);
        answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("GUARDIAN_NEEDED"));
        PlayedIdentity.let(idOf("bob"), AgeGroup.FROM_14_TO_17);
        answer("bob", asked.token(), grant()).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"不符,403,IDENTITY_NOT_PROVEN", "太多,429,TOO_MANY_TRIES", "错误,400,CLAIM_WRONG"})
    void eachRefusalOfIdentityIsTold(String name, int status, String code) {
        Page.open(asked().token(), claim(name, NUMBER)).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void whatLacksAFieldIsRefusedBeforeAnybodyIsAsked() {
        String token = asked().token();
        PlayedIdentity.fallSilent();
        for (Map<String, Object> claim : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("method", "FACE"),
                Map.of("method", "MOBILE", "name", "张三", "number", NUMBER),
                Map.of("method", "NATIONAL_IDENTITY", "credential", "x"),
                with(claim("张三", NUMBER), "name", "张".repeat(101)),
                Map.of("method", "NATIONAL_IDENTITY", "challenge", "c", "credential", "x".repeat(4097)))) {
            Page.open(token, claim).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        }
        Page.askForCode(token, " ").statusCode(400);
        Page.askForCode("x".repeat(32), MOBILE).statusCode(404);
    }

    @Test
    void aPublicFigureIsRecognisedByTheNameThatWasProven() {
        Asked asked = asked();
        Asked given = asked();
        Page.opened(given.token()).passed().answer(grant()).statusCode(200);
        list("张·三").statusCode(200);
        try {
            Page.open(asked.token(), claim("张三", NUMBER)).statusCode(403).body("code", equalTo("PUBLIC_FIGURE"));
            Topic.of("consent")
                    .await(event -> event.contains("ConsentRequestRejected") && event.contains(asked.consent()));
            Page.opened(given.token()).withdraw().statusCode(200);
        } finally {
            as("olga").delete("/api/consent/public-figures/张三").then().statusCode(204);
        }
    }

    @Test
    void aPublicFigureIsRecognisedByTheNameOfTheAccount() {
        Asked asked = asked();
        Asked given = granted();
        PlayedIdentity.name(idOf("bob"), index.of(NameSpelling.MARK, NameSpelling.of("李 四")));
        list("李·四").statusCode(200);
        try {
            answer("bob", asked.token(), grant()).statusCode(403).body("code", equalTo("PUBLIC_FIGURE"));
            Topic.of("consent")
                    .await(event -> event.contains("ConsentRequestRejected") && event.contains(asked.consent()));
            decide(question(asked.consent())).body("permitted", equalTo(false));
            withdraw("bob", given.consent()).statusCode(200);
        } finally {
            as("olga").delete("/api/consent/public-figures/李四").then().statusCode(204);
        }
        answer("bob", asked.token(), grant()).statusCode(200);
    }

    /// Part of PIPL-47.1.
    @Test
    void aVisitorSeesWhatIsKeptAndHasItErased() {
        Asked asked = asked();
        Page page = Page.opened(asked.token()).passed();
        page.answer(grant()).statusCode(200);
        page.data()
                .statusCode(200)
                .body("erasable.value.flatten()", hasItem("AUTH-1"))
                .body("storageOnly.why.en", org.hamcrest.Matchers.everyItem(notNullValue()));

        page.erase()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("erasable.size()", equalTo(0))
                .body("storageOnly.size()", equalTo(3));

        decide(question(asked.consent())).body("permitted", equalTo(false)).body("subject", nullValue());
        page.data().statusCode(401);
        Topic.of("consent").await(event -> event.contains("VisitorErased") && event.contains(asked.consent()));
    }

    @Test
    void erasingBeforeAnAnswerLeavesANo() {
        Asked asked = asked();
        JsonPath opened =
                Page.open(asked.token(), document("张三", NUMBER)).extract().jsonPath();
        new Page(asked.token(), opened.getString("visit"))
                .erase()
                .statusCode(200)
                .body("state", equalTo("REFUSED"));
        decideByHand(opened.getString("check"), true).statusCode(404);
        assertThat(Page.open(asked.token(), claim("张三", NUMBER))
                        .statusCode(201)
                        .extract()
                        .<String>path("visit"))
                .isNotEmpty();
    }

    private static ValidatableResponse list(String name) {
        return as("olga")
                .body(Map.of("reason", "known from films"))
                .put("/api/consent/public-figures/" + name)
                .then();
    }

    private static ValidatableResponse decideByHand(String check, boolean confirmed) {
        return as("olga")
                .body(Map.of("confirmed", confirmed, "reason", "saw the document and the number of the check"))
                .post("/api/consent/manual-checks/" + check + "/decision")
                .then();
    }
}

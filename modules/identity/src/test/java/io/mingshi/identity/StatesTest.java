package io.mingshi.identity;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.PersonId;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What ends a verification counts at the very next question of another module.
@QuarkusTest
class StatesTest extends IdentityTest {
    private static final Map<String, String> REVOCATION =
            Map.of("cause", "REVOKED", "reason", "the document was forged");

    @Test
    @Requirement("DSP-09.3")
    void aVerificationCountsUntilItsLastInstantAndNotAfter() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        clock.putForward(Method.ID_DOCUMENT.validity().minusMinutes(1));
        standing("alice").body("assurance", equalTo("ID_DOCUMENT"));
        clock.putForward(Duration.ofMinutes(1));
        standing("alice").body("assurance", equalTo("NONE")).body("verifiedAt", nullValue());
        me("alice").body("standing.assurance", equalTo("NONE"));
        Topic.of("identity").await(event -> event.contains("VerificationEnded") && event.contains("EXPIRED"));
        verify("alice", document("张三", NUMBER)).statusCode(201);
        standing("alice").body("assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    void whatRunsOutLaterStillCounts() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        clock.putForward(Method.MOBILE.validity());
        me("alice").body("standing.assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    @Requirement("DSP-09.3")
    void aRevokedVerificationCountsForNothingAtOnceAndOnlyAnOfficerLetsThePersonTryAgain() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String alice = idOf("alice");
        as("alice")
                .body(REVOCATION)
                .post("/api/identity/persons/" + alice + "/hold")
                .then()
                .statusCode(403);
        standing("alice").body("assurance", equalTo("ID_DOCUMENT"));

        as("olga")
                .body(REVOCATION)
                .post("/api/identity/persons/" + alice + "/hold")
                .then()
                .statusCode(204);

        standing("alice").body("assurance", equalTo("NONE"));
        me("alice").body("hold.cause", equalTo("REVOKED")).body("proofs", empty());
        Topic.of("identity").await(e -> e.contains("AccountHeld") && e.contains(alice) && e.contains("forged"));
        Topic.of("identity").await(e -> e.contains("VerificationEnded") && e.contains(alice) && e.contains("REVOKED"));
        verify("alice", document("张三", NUMBER)).statusCode(409).body("code", equalTo("HELD"));
        reportTakeover("alice").statusCode(204);
        logInAgain("alice");
        me("alice").body("hold.cause", equalTo("REVOKED"));

        as("olga")
                .body(Map.of("reason", "the document was real after all"))
                .post("/api/identity/persons/" + alice + "/release")
                .then()
                .statusCode(204);
        standing("alice").body("assurance", equalTo("NONE"));
        verify("alice", document("张三", NUMBER)).statusCode(201);
        standing("alice").body("assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    void anAccountThatSomebodyElseMayUseCountsAgainOnlyByWhatThePersonHolds() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        reportTakeover("alice").statusCode(204);
        logInAgain("alice");
        standing("alice").body("assurance", equalTo("NONE"));
        // whoever took it over may have logged in again too
        reportTakeover("alice").statusCode(204);
        logInAgain("alice");
        // the numbers may be known to whoever took the account over
        verify("alice", document("张三", NUMBER)).statusCode(409).body("code", equalTo("HELD"));
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        me("alice").body("standing.assurance", equalTo("ID_DOCUMENT")).body("hold", nullValue());
        Topic.of("identity").await(event -> event.contains("AccountReleased") && event.contains("TAKEOVER_SUSPECTED"));
    }

    @Test
    void whoeverMayHaveTakenAnAccountOverNeitherCopiesNorErasesIt() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        me("alice").body("personalData.name", equalTo("张*"));
        reportTakeover("alice").statusCode(204);
        logInAgain("alice");
        me("alice")
                .body("personalData", nullValue())
                .body("organization", nullValue())
                .body("proofs", hasSize(1));
        as("alice").get("/api/identity/me/copy").then().statusCode(409).body("code", equalTo("HELD"));
        as("alice").delete("/api/identity/me").then().statusCode(409).body("code", equalTo("HELD"));
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        as("alice").get("/api/identity/me/copy").then().statusCode(200);
        as("alice").delete("/api/identity/me").then().statusCode(204);
    }

    @Test
    void whereNothingIsProvenThereIsNothingToHold() {
        reportTakeover("alice").statusCode(409).body("code", equalTo("NOTHING_PROVEN"));
    }

    @Test
    void aChangedMobileNumberReplacesTheOldOne() {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        verifyByMobile("alice", "张三", "13900139000").statusCode(201);
        me("alice").body("personalData.mobile", equalTo("139******00")).body("proofs.method", contains("MOBILE"));
        Topic.of("identity").await(event -> event.contains("PersonalDataCorrected") && event.contains("mobile"));
    }

    @Test
    void aMobileNumberThatWasGivenUpProvesNothing() {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        as("alice").delete("/api/identity/me/mobile").then().statusCode(204);
        me("alice").body("standing.assurance", equalTo("NONE")).body("personalData.mobile", nullValue());
        as("alice").delete("/api/identity/me/mobile").then().statusCode(409);
        verify("alice", document("张三", NUMBER)).statusCode(201);
    }

    @Test
    void aMobileNumberThatChangedHandsProvesItsEarlierHolderNoLonger() {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String code = codeFor("bob", MOBILE);
        verify("bob", with(carrier("李四", MOBILE, code), "number", "360426199101010071"))
                .statusCode(201);

        me("alice")
                .body("proofs.method", contains("ID_DOCUMENT"))
                .body("personalData.mobile", nullValue())
                .body("standing.assurance", equalTo("ID_DOCUMENT"));
        me("bob").body("personalData.mobile", notNullValue());
        Topic.of("identity")
                .await(event -> event.contains("VerificationEnded") && event.contains("MOBILE_CHANGED_HANDS"));
    }

    @Test
    void onePersonMayUseOneMobileNumberOnSeveralAccounts() {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        verifyByMobile("bob", "张三", MOBILE).statusCode(201);
        me("alice").body("standing.assurance", equalTo("MOBILE"));
    }

    @Test
    void anIdentityThatNoLongerCountsOnAnAccountMayBeProvenOnAnother() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        prove(new PersonId("second-account"));
        prove(new PersonId("third-account"));
        verify("bob", document("张三", NUMBER)).statusCode(403).body("code", equalTo("NOT_CONFIRMED"));
        as("olga")
                .body(REVOCATION)
                .post("/api/identity/persons/" + idOf("alice") + "/hold")
                .then()
                .statusCode(204);
        verify("bob", document("张三", NUMBER)).statusCode(201);
        verify("carol", document("张三", NUMBER)).statusCode(403);
    }

    /// Every session ended, that of the person who reported it too.
    private static void logInAgain(String person) {
        await().atMost(Duration.ofSeconds(20)).until(() -> me(person).extract().statusCode() == 401);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Tokens.forget(person);
            return me(person).extract().statusCode() == 200;
        });
    }

    private static ValidatableResponse reportTakeover(String person) {
        return as(person).post("/api/identity/me/hold").then();
    }
}

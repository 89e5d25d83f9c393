package io.mingshi.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Children under 14, minors, and the midnights between them; bob is the child, alice the guardian.
@QuarkusTest
class GuardianTest extends IdentityTest {
    private static final LocalDate BIRTH = LocalDate.of(2012, 11, 22);
    private static final Map<String, Object> CONSENT =
            Map.of("consent", true, "relation", "PARENT", "noticeVersion", "1");

    @Test
    @Requirement("PIPL-31.1")
    void aChildUnder14IsVerifiedWithAGuardiansConsentUntilTheMidnightOfTheFourteenthBirthday() {
        clock.set(Instant.parse("2026-11-20T04:00:00Z"));
        verify("bob", document("小明", Numbers.bornOn(BIRTH))).statusCode(403).body("code", equalTo("UNDER_14"));
        String id = consentFor("bob", "alice");
        verify("bob", document("小明", Numbers.bornOn(BIRTH))).statusCode(201);
        standing("bob")
                .body("assurance", equalTo("ID_DOCUMENT"))
                .body("minor", equalTo(true))
                .body("ageGroup", equalTo("UNDER_14"));

        as("alice").delete("/api/identity/guardianships/" + id).then().statusCode(204);
        standing("bob").body("assurance", equalTo("NONE"));
        Topic.of("identity").await(event -> event.contains("GuardianWithdrew"));

        clock.set(Instant.parse("2026-11-21T15:59:50Z"));
        standing("bob").body("assurance", equalTo("NONE"));
        clock.set(Instant.parse("2026-11-21T16:00:00Z"));
        standing("bob").body("assurance", equalTo("ID_DOCUMENT")).body("ageGroup", equalTo("FROM_14_TO_17"));
    }

    @Test
    void aMinorComesOfAgeAtMidnightInShanghai() {
        clock.set(Instant.parse("2030-11-21T15:00:00Z"));
        verify("bob", document("小明", Numbers.bornOn(BIRTH))).statusCode(201);
        clock.set(Instant.parse("2030-11-21T15:59:50Z"));
        standing("bob").body("minor", equalTo(true)).body("ageGroup", equalTo("FROM_14_TO_17"));
        clock.set(Instant.parse("2030-11-21T16:00:00Z"));
        standing("bob").body("minor", equalTo(false)).body("ageGroup", equalTo("ADULT"));
    }

    @Test
    void aChildOfTheNationalServiceNeedsAGuardianToo() {
        verifyNationally("bob", "小明", "UNDER_14").statusCode(403).body("code", equalTo("UNDER_14"));
        me("bob").body("standing.assurance", equalTo("NONE")).body("proofs", hasSize(0));
        consentFor("bob", "alice");
        verifyNationally("bob", "小明", "UNDER_14").statusCode(201);
        standing("bob").body("assurance", equalTo("NATIONAL_IDENTITY")).body("ageGroup", equalTo("UNDER_14"));
    }

    @Test
    void aGuardianReadsTheNoticeInBothLanguagesBeforeConsenting() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String link = ask("bob");
        as("alice")
                .get("/api/identity/guardian-requests/" + link)
                .then()
                .statusCode(200)
                .body("noticeVersion", equalTo("1"))
                .body("notice.zh", notNullValue())
                .body("notice.en", notNullValue());
        consent("alice", link, Map.of("relation", "PARENT", "noticeVersion", "1"))
                .statusCode(400);
        consent("alice", link, Map.of("consent", true, "relation", "PARENT", "noticeVersion", "0"))
                .statusCode(409)
                .body("code", equalTo("NOTICE_OUTDATED"));
        consent("alice", link, CONSENT).statusCode(201);
        Topic.of("identity").await(event -> event.contains("GuardianConsented"));
    }

    @Test
    void aGuardianIsAnotherPersonOfAgeWhoIsVerified() {
        String link = ask("bob");
        consent("alice", link, CONSENT).statusCode(403).body("code", equalTo("NOT_A_GUARDIAN"));
        verify("alice", document("小红", Numbers.bornOn(today().minusYears(17)))).statusCode(201);
        consent("alice", link, CONSENT).statusCode(403).body("code", equalTo("NOT_A_GUARDIAN"));
        verify("bob", document("张三", NUMBER)).statusCode(201);
        consent("bob", link, CONSENT).statusCode(403).body("code", equalTo("NOT_A_GUARDIAN"));
    }

    @Test
    void aLinkWorksOnceAndForSevenDaysAndSaysNotWhyItDoesNot() {
        String used = ask("bob");
        verify("alice", document("张三", NUMBER)).statusCode(201);
        consent("alice", used, CONSENT).statusCode(201);
        String old = ask("bob");
        clock.putForward(Duration.ofDays(7));
        for (String link : new String[] {used, old, "a-link-that-never-was"}) {
            consent("alice", link, CONSENT)
                    .statusCode(404)
                    .body("code", equalTo("NO_SUCH_GUARDIANSHIP"))
                    .body("detail", equalTo("this link is wrong, used or too old: let the child ask for a new one"));
        }
    }

    @Test
    void onlyTheGuardianTakesTheConsentBack() {
        String id = consentFor("bob", "alice");
        as("bob").delete("/api/identity/guardianships/" + id).then().statusCode(404);
        as("carol").delete("/api/identity/guardianships/" + id).then().statusCode(404);
        as("alice")
                .get("/api/identity/guardianships")
                .then()
                .body("id", equalTo(List.of(id)))
                .body("[0].withdrawnAt", nullValue());
    }

    @Test
    void aGuardianWhoIsErasedConsentsNoLonger() {
        consentFor("bob", "carol");
        verify("bob", document("小明", Numbers.bornOn(today().minusYears(10)))).statusCode(201);
        as("carol").delete("/api/identity/me").then().statusCode(204);
        standing("bob").body("assurance", equalTo("NONE"));
    }

    private static String consentFor(String child, String guardian) {
        verify(guardian, document("张三", NUMBER)).statusCode(201);
        return consent(guardian, ask(child), CONSENT).statusCode(201).extract().path("id");
    }

    private static String ask(String child) {
        return as(child)
                .post("/api/identity/guardian-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
    }

    private static ValidatableResponse consent(String guardian, String link, Map<String, ?> body) {
        return as(guardian)
                .body(body)
                .post("/api/identity/guardian-requests/" + link + "/consent")
                .then();
    }
}

package io.mingshi.identity;

import static io.mingshi.identity.Visitors.check;
import static io.mingshi.identity.Visitors.door;
import static io.mingshi.identity.Visitors.mobile;
import static io.mingshi.identity.Visitors.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.PersonId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitorCheckTest extends IdentityTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final String LINK = "consent-1";

    @Test
    void aVisitorIsProvenByTheMobileNumberUnderOnePseudonymHoweverOften() {
        String person = check(mobile("张三", NUMBER, Visitors.codeFor(MOBILE, LINK), LINK))
                .body("refusal", nullValue())
                .body("standing.person", matchesPattern("v-[0-9a-f]{20}"))
                .body("standing.assurance", equalTo("MOBILE"))
                .body("standing.possession", equalTo(true))
                .body("standing.minor", equalTo(false))
                .body("standing.guardianUntil", nullValue())
                .body("standing.counterpart", equalTo("UNTOLD"))
                .body("standing.reference", not(blankOrNullString()))
                .extract()
                .path("standing.person");
        check(Visitors.document("张三", NUMBER, "another"))
                .body("standing.person", equalTo(person))
                .body("standing.assurance", equalTo("ID_DOCUMENT"))
                .body("standing.possession", equalTo(false));
    }

    @Test
    void aCodeCountsOnceAndForTheLinkThatItWasAskedThrough() {
        String code = Visitors.codeFor(MOBILE, LINK);
        refused(mobile("张三", NUMBER, code, "another"), "NOT_PROVEN");
        verify("alice", carrier("张三", MOBILE, code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        check(mobile("张三", NUMBER, code, LINK)).body("standing.assurance", equalTo("MOBILE"));
        refused(mobile("张三", NUMBER, code, LINK), "NOT_PROVEN");
    }

    @Test
    void aCodeIsNotUsedUpByAnAuthorityThatDoesNotAnswer() {
        String code = Visitors.codeFor(MOBILE, LINK);
        send("", mobile("故障", NUMBER, code, LINK)).then().statusCode(503);
        check(mobile("张三", NUMBER, code, LINK)).body("standing.assurance", equalTo("MOBILE"));
    }

    @Test
    void theNationalServiceProvesAVisitorForOneLink() {
        String challenge = challenge(LINK);
        String credential = Sandbox.credential("李四", challenge, "ADULT");
        refused(Visitors.national(credential, challenge, "another"), "NOT_PROVEN");
        String person = check(Visitors.national(credential, challenge, LINK))
                .body("standing.assurance", equalTo("NATIONAL_IDENTITY"))
                .body("standing.possession", equalTo(true))
                .extract()
                .path("standing.person");
        refused(Visitors.national(credential, challenge, LINK), "NOT_PROVEN");
        String next = challenge("another");
        check(Visitors.national(Sandbox.credential("李四", next, "ADULT"), next, "another"))
                .body("standing.person", equalTo(person));
        String child = challenge(LINK);
        refused(Visitors.national(Sandbox.credential("小红", child, "UNDER_14"), child, LINK), "NOT_PROVEN");
    }

    /// Part of PIPL-47.1.
    @Test
    void nothingIsKeptOfAVisitorNorAPlaceTaken() throws SQLException {
        for (int i = 0; i < 5; i++) {
            check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
        }
        assertThat(database.identities()).isZero();
        assertThat(database.keys()).isZero();
        for (int i = 0; i < Identities.MAX_ACCOUNTS_PER_IDENTITY; i++) {
            prove(new PersonId("person-" + i));
        }
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
    }

    @Test
    void whoVisitsDuringAPauseOfRegistrationIsProven() {
        PlayedGovernance.pause("REGISTRATION");
        check(Visitors.document("张三", NUMBER, LINK)).body("refusal", nullValue());
    }

    @Test
    void theRequesterIsRecognisedByWhateverProofBothHave() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        check(Visitors.document("张三", NUMBER, LINK)).body("standing.counterpart", equalTo("SAME"));
        check(Visitors.document("李四", "360426199101010071", LINK)).body("standing.counterpart", equalTo("ANOTHER"));
        check(Visitors.document("张三", "81000019980902013X", LINK)).body("standing.counterpart", equalTo("ANOTHER"));
        nationally("张三").body("standing.counterpart", equalTo("UNTOLD"));
    }

    @Test
    void theRequesterIsRecognisedByNameAndBirthDateWithADocumentOfAnotherKind() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String permit = Numbers.withCheck("810000" + NUMBER.substring(6, 14) + "001");
        check(Visitors.document(" 张 三 ", permit, LINK)).body("standing.counterpart", equalTo("SAME"));
        check(Visitors.document("李四", permit, LINK)).body("standing.counterpart", equalTo("UNTOLD"));
        verify("bob", document("李四", permit)).statusCode(201);
        compared("alice", "bob", "UNTOLD");
        verify("carol", document("张三", permit)).statusCode(201);
        compared("alice", "carol", "SAME");
    }

    @Test
    void theRequesterIsRecognisedByTheMobileNumberThatBothHave() {
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        String permit = Numbers.withCheck("810000" + NUMBER.substring(6, 14) + "001");
        check(mobile("ZHANG SAN", permit, Visitors.codeFor(MOBILE, LINK), LINK))
                .body("standing.counterpart", equalTo("SAME"));
    }

    /// Part of PIPL-6.1: what leaves is a keyed hash, under which nobody is found.
    @Test
    void theNameOfAnAccountLeavesAsAKeyedHashAlone() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verify("bob", document("张 三", Numbers.withCheck("81000019900101001"))).statusCode(201);
        verifyNationally("carol", "王五", "ADULT").statusCode(201);
        String mark = nameOf("alice").extract().path("mark");
        assertThat(mark).matches("[0-9a-f]{20}");
        nameOf("bob").body("mark", equalTo(mark));
        nameOf("carol").body("mark", nullValue());
        nameOf("olga").body("mark", nullValue());
        as("alice")
                .get("/api/identity/comparisons/" + idOf("alice") + "/name")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse nameOf(String person) {
        return asService()
                .get("/api/identity/comparisons/" + idOf(person) + "/name")
                .then()
                .statusCode(200);
    }

    @Test
    void theRequesterWhoWasProvenNationallyIsRecognisedByTheMark() {
        verifyNationally("alice", "张三", "ADULT").statusCode(201);
        nationally("张三").body("standing.counterpart", equalTo("SAME"));
        nationally("李四").body("standing.counterpart", equalTo("ANOTHER"));
        check(Visitors.document("张三", NUMBER, LINK)).body("standing.counterpart", equalTo("UNTOLD"));
    }

    @Test
    void twoAccountsAreComparedWithoutTellingWhoseTheyAre() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verifyByMobile("bob", "张三", MOBILE).statusCode(201);
        verify("carol", document("李四", "360426199101010071")).statusCode(201);
        compared("alice", "bob", "SAME");
        compared("alice", "alice", "SAME");
        compared("alice", "carol", "ANOTHER");
        compared("alice", "olga", "UNTOLD");
        as("alice")
                .get("/api/identity/comparisons/" + idOf("alice") + "/" + idOf("bob"))
                .then()
                .statusCode(403);
    }

    @Test
    void anAccountIsComparedWithAVisitor() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verify("carol", document("李四", "360426199101010071")).statusCode(201);
        String visitor = check(Visitors.document("张三", NUMBER, LINK)).extract().path("standing.person");
        likeness(idOf("alice"), visitor, "SAME");
        likeness(idOf("carol"), visitor, "UNTOLD");
        likeness(idOf("bob"), visitor, "UNTOLD");
    }

    @Test
    void whatTheAuthorityDoesNotConfirmIsRefusedInTheSameWords() {
        String mismatch = refused(Visitors.document("不符", NUMBER, LINK), "NOT_PROVEN");
        assertThat(refused(Visitors.document("无此人", NUMBER, LINK), "NOT_PROVEN"))
                .isEqualTo(mismatch);
        send("", Visitors.document("故障", NUMBER, LINK)).then().statusCode(503);
    }

    @Test
    void aChildIsRecognisedUntilTheFourteenthBirthdayBegins() {
        LocalDate today = LocalDate.now(BEIJING);
        String until = check(Visitors.document(
                        "张小三", Numbers.bornOn(today.minusYears(14).plusDays(1)), LINK))
                .body("standing.assurance", equalTo("NONE"))
                .extract()
                .path("standing.guardianUntil");
        assertThat(Instant.parse(until))
                .isEqualTo(today.plusDays(1).atStartOfDay(BEIJING).toInstant());
        check(Visitors.document("张小三", Numbers.bornOn(today.minusYears(14)), LINK))
                .body("standing.guardianUntil", nullValue())
                .body("standing.minor", equalTo(true))
                .body("standing.assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    void aChildOfAGuardianIsRecognisedAndNobodyIsAskedAboutIt() throws SQLException {
        LocalDate today = LocalDate.now(BEIJING);
        child(Numbers.bornOn(today.minusYears(10))).body("standing.assurance", equalTo("NONE"));
        child(Numbers.bornOn(today.minusYears(14))).body("standing.guardianUntil", nullValue());
        child("110105194912310021").body("refusal.cause", equalTo("MALFORMED"));
        assertThat(database.spent()).isZero();
    }

    @Test
    void nobodyButAModuleAsks() {
        for (String path : new String[] {"", "/children", "/mobile-codes", "/national-challenges"}) {
            as("alice")
                    .body(Visitors.document("张三", NUMBER, LINK))
                    .post("/api/identity/visitor-checks" + path)
                    .then()
                    .statusCode(403);
            send(path, Map.of()).then().statusCode(400);
        }
        send("", Visitors.with(Visitors.document("张三", NUMBER, LINK), "door", door(LINK, "nowhere")))
                .then()
                .statusCode(200)
                .body("refusal.cause", equalTo("MALFORMED"));
        send("", Visitors.with(Visitors.document("张三", NUMBER, LINK), "name", "张".repeat(201)))
                .then()
                .statusCode(400);
    }

    private static String refused(Map<String, Object> proof, String cause) {
        return check(proof)
                .body("standing", nullValue())
                .body("refusal.cause", equalTo(cause))
                .extract()
                .path("refusal.words");
    }

    private static String challenge(String link) {
        return send("/national-challenges", door(link, Visitors.ADDRESS))
                .then()
                .statusCode(200)
                .extract()
                .path("challenge");
    }

    private static ValidatableResponse nationally(String name) {
        String challenge = challenge(LINK);
        return check(Visitors.national(Sandbox.credential(name, challenge, "ADULT"), challenge, LINK));
    }

    private static ValidatableResponse child(String number) {
        return send("/children", Map.of("name", "张小三", "number", number, "counterpart", idOf("alice")))
                .then()
                .statusCode(200);
    }

    private static void compared(String one, String other, String likeness) {
        likeness(idOf(one), idOf(other), likeness);
    }

    private static void likeness(String one, String other, String likeness) {
        asService()
                .get("/api/identity/comparisons/" + one + "/" + other)
                .then()
                .statusCode(200)
                .body("likeness", equalTo(likeness));
    }
}

package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VerificationTest extends IdentityTest {
    @Test
    @Requirement("DSP-09.1")
    void aPersonIsProvenByEachMethodAndTheMethodIsTold() {
        verify("alice", document("张三", NUMBER)).statusCode(201).body("assurance", equalTo("ID_DOCUMENT"));
        verifyByMobile("bob", "张三", "+86 138 0013 8000").statusCode(201).body("assurance", equalTo("MOBILE"));
        verifyNationally("carol", "李四", "ADULT").statusCode(201).body("assurance", equalTo("NATIONAL_IDENTITY"));
        verify("alice", organization())
                .statusCode(201)
                .body("assurance", equalTo("ORGANIZATION"))
                .body("verifiedAt", notNullValue());

        me("alice").body("standing.assurance", equalTo("ORGANIZATION"));
        me("bob").body("standing.assurance", equalTo("MOBILE"));
        me("carol").body("standing.assurance", equalTo("NATIONAL_IDENTITY"));
        for (Method method : Method.values()) {
            String event = Topic.of("identity")
                    .await(text -> text.contains("PersonVerified") && text.contains("\"" + method + "\""));
            assertThat(event).doesNotContain("张三", "李四", NUMBER, MOBILE, CREDIT_CODE);
        }
    }

    @ParameterizedTest
    @Requirement("IDN-2")
    @CsvSource({
        "1101051949123100,FORMAT_WRONG",
        "110105194912310021,CHECKSUM_WRONG",
        "000000190001010017,AREA_UNKNOWN",
        "911000190001010012,NATIONALITY_UNKNOWN",
        "440524188001010014,AGE_IMPLAUSIBLE",
        "H12345678,BIRTH_DATE_UNKNOWN",
    })
    void eachFailedCheckHasItsOwnName(String number, String code) {
        verify("alice", document("张三", number)).statusCode(400).body("code", equalTo(code));
        me("alice").body("standing.assurance", equalTo("NONE"));
    }

    @Test
    @Requirement("IDN-2")
    void aBirthDateThatIsNoneOrIsInTheFutureHasItsOwnName() {
        verify("alice", document("张三", Numbers.withCheck("11000019000229001")))
                .statusCode(400)
                .body("code", equalTo("DATE_INVALID"));
        verify("alice", document("张三", Numbers.bornOn(today().plusDays(1))))
                .statusCode(400)
                .body("code", equalTo("BIRTH_DATE_IN_FUTURE"));
    }

    @ParameterizedTest
    @Requirement("DSP-09.1")
    @CsvSource({
        "不符,403,NOT_CONFIRMED",
        "无此人,403,NOT_CONFIRMED",
        "故障,503,AUTHORITY_UNREACHABLE",
        "矛盾,503,AUTHORITY_UNREACHABLE",
    })
    void whatTheAuthorityDoesNotConfirmGrantsNothing(String name, int status, String code) {
        verify("alice", document(name, NUMBER)).statusCode(status).body("code", equalTo(code));
        me("alice")
                .body("standing.assurance", equalTo("NONE"))
                .body("standing.verifiedAt", nullValue())
                .body("personalData", nullValue());
    }

    @Test
    void aFailureIsToldAsAFact() {
        verify("bob", document("不符", NUMBER)).statusCode(403);
        Topic.of("identity").await(text -> text.contains("VerificationFailed") && text.contains("MISMATCH"));
    }

    /// Part of PIPL-31.1.
    @Test
    void aChildIsRefusedUntilTheDayOfItsFourteenthBirthday() {
        LocalDate fourteenToday = today().minusYears(14);
        verify("alice", document("小明", Numbers.bornOn(fourteenToday.plusDays(1))))
                .statusCode(403)
                .body("code", equalTo("UNDER_14"));
        verify("alice", document("小明", Numbers.bornOn(fourteenToday))).statusCode(201);
        me("alice").body("standing.minor", equalTo(true)).body("standing.ageGroup", equalTo("FROM_14_TO_17"));
    }

    @Test
    void aPersonOfEighteenIsNoMinor() {
        verify("alice", document("小红", Numbers.bornOn(today().minusYears(18)))).statusCode(201);
        me("alice").body("standing.minor", equalTo(false));
    }

    @Test
    void aWeakerMethodDoesNotLowerTheAssurance() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verifyByMobile("alice", "张三", MOBILE).statusCode(201).body("assurance", equalTo("ID_DOCUMENT"));
        me("alice").body("proofs.method", contains("ID_DOCUMENT", "MOBILE"));
    }

    @Test
    void anAccountThatIsProvenDoesNotBecomeSomebodyElse() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verify("alice", document("李四", "360426199101010071")).statusCode(409).body("code", equalTo("ANOTHER_IDENTITY"));
    }

    @Test
    void nobodyIsVerifiedWithoutALogin() {
        RestAssured.given()
                .contentType("application/json")
                .body(document("张三", NUMBER))
                .post("/api/identity/verifications")
                .then()
                .statusCode(401)
                .body("code", equalTo("NOT_LOGGED_IN"));
    }

    @Test
    void aRequestWithoutAMethodOrANameIsToldWhatIsMissing() {
        verify("alice", Map.of("method", "FACE")).statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));
        verify("alice", Map.of("method", "MOBILE", "name", "张三", "number", NUMBER))
                .statusCode(400)
                .body("code", equalTo("FIELD_MISSING"));
        verify("alice", document("<script>", NUMBER)).statusCode(400).body("code", equalTo("NAME_WRONG"));
    }

    @Test
    void onlyTheServiceRoleReadsTheStandingOfOthers() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        String alice = me("alice").extract().path("standing.person");
        as("bob").get("/api/identity/standings/" + alice).then().statusCode(403);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.ofService())
                .get("/api/identity/standings/" + alice)
                .then()
                .statusCode(200)
                .body("assurance", equalTo("ID_DOCUMENT"))
                .body("minor", equalTo(false));
    }
}

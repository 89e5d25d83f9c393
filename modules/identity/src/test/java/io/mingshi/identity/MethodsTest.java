package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.identity.Assurance;
import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class MethodsTest extends IdentityTest {
    @ParameterizedTest
    @Requirement("IDN-4")
    @CsvSource({
        "360426199101010071,RESIDENT_ID",
        "81000019980902013X,PERMIT",
        "820000200009100032,PERMIT",
        "830000200209060065,PERMIT",
        "911124198108030024,FOREIGN_RESIDENT",
        "932682198501010017,FOREIGN_RESIDENT",
    })
    void everyDocumentThatTellsTheBirthDateProvesAPerson(String number, String kind) {
        verify("alice", document("张三", number)).statusCode(201);
        me("alice").body("personalData.document", equalTo(kind)).body("standing.minor", equalTo(false));
    }

    @ParameterizedTest
    @Requirement("IDN-4")
    @CsvSource({"H12345678,PERMIT", "M1234567890,PERMIT", "12345678,PERMIT", "CAN123456789012,FOREIGN_RESIDENT"})
    void aDocumentThatDoesNotTellTheBirthDateProvesAPersonWhoTellsIt(String number, String kind) {
        verify("alice", document("张三", number)).statusCode(400).body("code", equalTo("BIRTH_DATE_UNKNOWN"));
        verify("alice", with(document("张三", number), "birthDate", "31-12-1990"))
                .statusCode(400)
                .body("code", equalTo("DATE_INVALID"));
        verify(
                        "alice",
                        with(
                                document("张三", number),
                                "birthDate",
                                today().plusDays(1).toString()))
                .statusCode(400)
                .body("code", equalTo("BIRTH_DATE_IN_FUTURE"));
        verify("alice", with(document("张三", number), "birthDate", "1990-12-31")).statusCode(201);
        me("alice").body("personalData.document", equalTo(kind)).body("standing.minor", equalTo(false));
    }

    @Test
    void aNumberThatIsNotOfTheDocumentThatWasNamedIsRefused() {
        verify("alice", with(document("张三", "81000019980902013X"), "document", "RESIDENT_ID"))
                .statusCode(400)
                .body("code", equalTo("AREA_UNKNOWN"));
    }

    @Test
    void aMobileNumberIsProvenOnlyByWhoHoldsIt() {
        verify("alice", carrier("张三", MOBILE, "")).statusCode(400).body("code", equalTo("FIELD_MISSING"));
        String code = codeFor("alice", MOBILE);
        String wrong = code.equals("000000") ? "000001" : "000000";
        verify("alice", carrier("张三", MOBILE, wrong)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        verify("bob", carrier("张三", MOBILE, code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        verify("alice", carrier("张三", "13900139000", code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        me("alice").body("standing.assurance", equalTo("NONE"));
        verify("alice", carrier("张三", MOBILE, code)).statusCode(201).body("assurance", equalTo("MOBILE"));
    }

    @Test
    void aCodeWorksOnce() {
        String code = codeFor("alice", MOBILE);
        verify("alice", carrier("张三", MOBILE, code)).statusCode(201);
        verify("alice", carrier("张三", MOBILE, code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
    }

    @Test
    void aCodeIsWorthNothingAfterFiveMinutes() {
        String code = codeFor("alice", MOBILE);
        clock.putForward(Duration.ofMinutes(5));
        verify("alice", carrier("张三", MOBILE, code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
    }

    @Test
    void aCodeThatWasGuessedAtFiveTimesIsWorthNothing() {
        String code = codeFor("alice", MOBILE);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < OneTimeSecrets.MAX_ATTEMPTS; i++) {
            verify("alice", carrier("张三", MOBILE, wrong)).statusCode(403);
        }
        verify("alice", carrier("张三", MOBILE, code)).statusCode(403).body("code", equalTo("CODE_WRONG"));
    }

    @Test
    void codesAreKeptAsKeyedHashesOnly() throws SQLException {
        String code = codeFor("alice", MOBILE);
        assertThat(database.everything())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(MOBILE))
                .noneSatisfy(row -> assertThat(List.of(row.split("[(),]"))).contains(code));
    }

    @Test
    void anOrganisationIsProvenByARepresentativeWhoIsProven() {
        verify("alice", organization()).statusCode(403).body("code", equalTo("REPRESENTATIVE_MISSING"));
        verify("alice", document("小明", Numbers.bornOn(today().minusYears(17)))).statusCode(201);
        verify("alice", organization()).statusCode(403).body("code", equalTo("REPRESENTATIVE_MISSING"));

        verify("bob", document("张三", NUMBER)).statusCode(201);
        verify("bob", organization()).statusCode(201).body("assurance", equalTo("ORGANIZATION"));
        me("bob")
                .body("organization.creditCode", equalTo("911*************1L"))
                .body("personalData.number", equalTo("110*************2X"));
        standing("bob").body("assurance", equalTo("ORGANIZATION")).body("minor", equalTo(false));
        verify("bob", with(organization(), "creditCode", "91350100M000100Y43"))
                .statusCode(409)
                .body("code", equalTo("ANOTHER_IDENTITY"));
    }

    @Test
    void anOrganisationFallsWithItsRepresentative() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        clock.putForward(Method.ID_DOCUMENT.validity().minusDays(1));
        verify("alice", organization()).statusCode(201);
        clock.putForward(Duration.ofDays(1));
        standing("alice").body("assurance", equalTo("NONE"));
    }

    @Test
    @Requirement("NID-1")
    void theNationalServiceLeavesAMarkAndAResultAndNoName() throws SQLException {
        verifyNationally("alice", "张三丰", "ADULT").statusCode(201).body("assurance", equalTo("NATIONAL_IDENTITY"));
        me("alice")
                .body("personalData", nullValue())
                .body("standing.minor", equalTo(false))
                .body(not(containsString("张三丰")));
        assertThat(database.everything())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("张三丰", Sandbox.subject("张三丰")));
        assertThat(database.keys()).isZero();
    }

    @Test
    void aNationalCredentialIsGoodForOneAccountAndOneUse() {
        String challenge = challengeFor("alice");
        String credential = Sandbox.credential("张三", challenge, "ADULT");
        verify("bob", national(credential, challenge)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        verify("bob", national(credential, challengeFor("bob"))).statusCode(403).body("code", equalTo("NOT_CONFIRMED"));
        verify("alice", national(credential, challenge)).statusCode(201);
        verify("alice", national(credential, challenge)).statusCode(403).body("code", equalTo("CODE_WRONG"));
        verify("alice", national("forged." + credential, challengeFor("alice")))
                .statusCode(403)
                .body("code", equalTo("NOT_CONFIRMED"));
    }

    @Test
    void anAccountProvenNationallyStaysTheSamePersons() {
        verifyNationally("alice", "张三", "ADULT").statusCode(201);
        verifyNationally("alice", "李四", "ADULT").statusCode(409).body("code", equalTo("ANOTHER_IDENTITY"));
        verify("alice", document("张三", NUMBER)).statusCode(409).body("code", equalTo("ANOTHER_IDENTITY"));
        verifyNationally("alice", "张三", "ADULT").statusCode(201);
    }

    /// The register gets the credential in place of a name; neither is kept.
    @Test
    void whoTheNationalServiceProvedRepresentsAnOrganisationToo() throws SQLException {
        verifyNationally("alice", "张三丰", "ADULT").statusCode(201);
        verify("alice", organization()).statusCode(400).body("code", equalTo("FIELD_MISSING"));
        representNationally("alice", "张三丰").statusCode(201).body("assurance", equalTo("ORGANIZATION"));
        me("alice")
                .body("organization.creditCode", equalTo("911*************1L"))
                .body("personalData", nullValue());
        standing("alice").body("assurance", equalTo("ORGANIZATION")).body("minor", equalTo(false));
        assertThat(database.everything())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain("张三丰", Sandbox.subject("张三丰")));

        representNationally("alice", "张三丰").statusCode(201);
        verifyNationally("alice", "张三丰", "ADULT").statusCode(201).body("assurance", equalTo("ORGANIZATION"));
    }

    @Test
    void nobodyRepresentsAnOrganisationWithTheCredentialOfSomebodyElse() {
        verifyNationally("alice", "张三丰", "ADULT").statusCode(201);
        representNationally("alice", "李四").statusCode(409).body("code", equalTo("ANOTHER_IDENTITY"));
        String challenge = challengeFor("alice");
        String ofAnotherChallenge = Sandbox.credential("张三丰", "another", "ADULT");
        verify("alice", represented(ofAnotherChallenge, challenge))
                .statusCode(403)
                .body("code", equalTo("NOT_CONFIRMED"));
        verify("alice", represented(Sandbox.credential("张三丰", "never given out", "ADULT"), "never given out"))
                .statusCode(403)
                .body("code", equalTo("CODE_WRONG"));
        verifyNationally("bob", "小明", "FROM_14_TO_17").statusCode(201);
        representNationally("bob", "小明").statusCode(403).body("code", equalTo("REPRESENTATIVE_MISSING"));
        standing("alice").body("assurance", equalTo("NATIONAL_IDENTITY"));
        standing("bob").body("assurance", equalTo("NATIONAL_IDENTITY"));
    }

    private static ValidatableResponse representNationally(String person, String name) {
        String challenge = challengeFor(person);
        return verify(person, represented(Sandbox.credential(name, challenge, "ADULT"), challenge));
    }

    private static Map<String, String> represented(String credential, String challenge) {
        return with(with(organization(), "credential", credential), "challenge", challenge);
    }

    /// Part of NID-2.
    @Test
    void whoeverDoesNotUseTheNationalServiceStandsTheSameInEverythingButItsName() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        verifyNationally("bob", "李四", "ADULT").statusCode(201);
        verifyByMobile("carol", "王五", MOBILE).statusCode(201);
        for (String person : List.of("alice", "bob", "carol")) {
            standing(person).body("minor", equalTo(false)).body("ageGroup", equalTo("ADULT"));
            assertThat(Assurance.valueOf(standing(person).extract().path("assurance"))
                            .proven())
                    .isTrue();
        }
    }

    @Test
    void aDocumentThatIsProvenLaterTakesNothingFromTheMobileNumberThatWasShown() {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        standing("alice").body("assurance", equalTo("ID_DOCUMENT")).body("possession", equalTo(false));
        verifyByMobile("alice", "张三", MOBILE).statusCode(201);
        standing("alice").body("assurance", equalTo("ID_DOCUMENT")).body("possession", equalTo(true));
        standing("carol").body("assurance", equalTo("NONE")).body("possession", nullValue());
    }
}

package io.mingshi.identity;

import static io.restassured.RestAssured.given;

import io.mingshi.contracts.PersonId;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What the tests of the HTTP interface share: people who begin unproven, nothing is paused, partners are
/// well.
@WithTestResource(value = PlayedGovernance.class, scope = TestResourceScope.GLOBAL)
abstract class IdentityTest {
    static final String NUMBER = "11010519491231002X";
    static final String MOBILE = "13800138000";
    static final String CREDIT_CODE = "91110000600037341L";

    @Inject
    Database database;

    @Inject
    ShiftedClock clock;

    @Inject
    VerifyIdentity verification;

    @BeforeEach
    void nobodyIsProven() throws SQLException {
        database.empty();
        PlayedGovernance.pauseNothing();
        CircuitBreakerMaintenance.get().resetAll();
    }

    @AfterEach
    void itIsToday() {
        clock.reset();
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }

    static RequestSpecification asService() {
        return given().auth().oauth2(Tokens.ofService()).contentType(ContentType.JSON);
    }

    static ValidatableResponse verify(String person, Map<String, String> body) {
        return as(person).body(body).post("/api/identity/verifications").then();
    }

    static Map<String, String> document(String name, String number) {
        return Map.of("method", "ID_DOCUMENT", "name", name, "number", number);
    }

    static Map<String, String> organization() {
        return Map.of("method", "ORGANIZATION", "name", "名实有限公司", "creditCode", CREDIT_CODE);
    }

    static Map<String, String> carrier(String name, String mobile, String code) {
        return Map.of("method", "MOBILE", "name", name, "number", NUMBER, "mobile", mobile, "code", code);
    }

    /// Asks for a code, reads it from the phone and sends it with the rest.
    static ValidatableResponse verifyByMobile(String person, String name, String mobile) {
        return verify(person, carrier(name, mobile, codeFor(person, mobile)));
    }

    static String codeFor(String person, String mobile) {
        String phone = mobile.replace("+86", "").replace(" ", "");
        String earlier = Sandbox.lastCode(phone);
        as(person)
                .body(Map.of("mobile", mobile))
                .post("/api/identity/mobile-codes")
                .then()
                .statusCode(202);
        return Sandbox.newCode(phone, earlier);
    }

    /// Lets the person's device make a credential for this account's challenge and sends it.
    static ValidatableResponse verifyNationally(String person, String name, String ageGroup) {
        String challenge = challengeFor(person);
        return verify(person, national(Sandbox.credential(name, challenge, ageGroup), challenge));
    }

    static String challengeFor(String person) {
        return as(person)
                .post("/api/identity/national-challenges")
                .then()
                .statusCode(201)
                .extract()
                .path("challenge");
    }

    static Map<String, String> national(String credential, String challenge) {
        return Map.of("method", "NATIONAL_IDENTITY", "credential", credential, "challenge", challenge);
    }

    /// Proves one more account of the same identity, whose person nobody can log in as.
    void prove(PersonId person) {
        var request =
                new VerifyIdentity.Request(Method.ID_DOCUMENT, null, "张三", NUMBER, null, null, null, null, null, null);
        verification.verify(person, request, new Origin("elsewhere", "device of " + person));
    }

    static ValidatableResponse me(String person) {
        return as(person).get("/api/identity/me").then();
    }

    static String idOf(String person) {
        return me(person).extract().path("standing.person");
    }

    /// What other modules are told.
    static ValidatableResponse standing(String person) {
        return asService().get("/api/identity/standings/" + idOf(person)).then();
    }

    static Map<String, String> with(Map<String, String> body, String field, String value) {
        var more = new TreeMap<>(body);
        more.put(field, value);
        return more;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

package io.mingshi.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.LoginJourney;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody is stuck at the login, where only verified people come in: each state has a sentence and a way on.
@QuarkusTest
class LoginWaysTest extends IdentityTest {
    private static final Pattern CHALLENGE = Pattern.compile("name=\"challenge\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("/me/guardian/([A-Za-z0-9_-]+)");

    private final TestRealm realm = new TestRealm();
    private final Someone someone = realm.newPerson();

    @BeforeEach
    void onlyVerifiedPeopleComeIn() {
        realm.verify("http://127.0.0.1:" + RestAssured.port, "refused");
    }

    @AfterEach
    void othersLogInAsBefore() {
        realm.verifyNobody();
    }

    /// Part of NID-2: the login offers what the page offers.
    @Test
    void aMobileNumberProvesAtTheLogin() throws IOException {
        LoginJourney journey = login().send(Map.of("way", "MOBILE"));
        assertThat(journey.html()).contains("Send a code", "Code from the text message");
        journey.send(Map.of("method", "MOBILE", "deed", "code", "mobile", "12"));
        assertThat(journey.html()).contains("not a mainland mobile number", "aria-invalid");

        byMobile(journey);
        assertThat(journey.code()).isPresent();
        mine().get("/api/identity/me").then().body("standing.assurance", equalTo("MOBILE"));
    }

    /// Part of NID-2.
    @Test
    void theNationalServiceProvesAtTheLoginAndWhoItProvedIsOfferedNothingThatCannotBeCompared() throws IOException {
        LoginJourney journey = login().send(Map.of("way", "NATIONAL_IDENTITY"));
        assertThat(journey.html()).doesNotContain("name=\"number\"");
        nationally(journey);
        assertThat(journey.code()).isPresent();
        mine().get("/api/identity/me").then().body("standing.assurance", equalTo("NATIONAL_IDENTITY"));

        clock.putForward(Method.NATIONAL_IDENTITY.validity());
        LoginJourney later = login();
        assertThat(later.html()).contains("Your verification has ended").doesNotContain("value=\"MOBILE\"");
        nationally(later);
        assertThat(later.code()).isPresent();
    }

    @Test
    void whoseAccountMayBeTakenOverComesBackByWhatIsHeld() throws IOException {
        verified("张三", NUMBER);
        mine().post("/api/identity/me/hold").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> realm.sessions(someone).jsonPath().getList("").isEmpty());
        LoginJourney journey = login();
        // what is issued within the second in which the sessions ended counts for nothing
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> journey.send(Map.of("deed", "again")).html().contains("Somebody else may be using"));
        assertThat(journey.html()).contains("Send a code", "/complaints\"").doesNotContain("value=\"ID_DOCUMENT\"");
        assertThat(journey.send(Map.of("method", "ID_DOCUMENT", "name", "张三", "number", NUMBER))
                        .code())
                .isEmpty();
        byMobile(journey);
        assertThat(journey.code()).isPresent();
    }

    @Test
    void whoseVerificationWasRevokedIsToldToAppealAndComesInOnceAnOfficerReleasesIt() throws IOException {
        verified("张三", NUMBER);
        officer("hold", Map.of("cause", "REVOKED", "reason", "a forged document"));
        LoginJourney journey = login();
        assertThat(journey.html())
                .contains("An officer revoked", "appeal", "/complaints\"", "Look again")
                .doesNotContain("name=\"number\"");
        assertThat(journey.send(Map.of("deed", "again")).code()).isEmpty();
        officer("release", Map.of("reason", "the document is genuine"));
        assertThat(journey.send(Map.of("deed", "again")).html()).contains("Your verification has ended");
        assertThat(journey.send(Map.of("name", "张三", "number", NUMBER)).code()).isPresent();
    }

    @Test
    void aChildAsksAGuardianAtTheLoginAndComesInOnceOneConsents() throws IOException {
        String number = Numbers.bornOn(today().minusYears(10));
        LoginJourney journey = login().send(Map.of("name", "小明", "number", number));
        assertThat(journey.html()).contains("Make a link for them below", "value=\"guardian\"");
        journey.send(Map.of("name", "小明", "number", number, "deed", "guardian"));
        assertThat(journey.html()).contains("Give this link to a parent or guardian");
        String guardianship = consented(found(LINK, journey));
        assertThat(journey.send(Map.of("name", "小明", "number", number)).code()).isPresent();

        as("alice").delete("/api/identity/guardianships/" + guardianship).then().statusCode(204);
        LoginJourney later = login();
        assertThat(later.html())
                .contains("nobody does at present", "Look again")
                .doesNotContain("name=\"number\"");
        later.send(Map.of("deed", "guardian"));
        consented(found(LINK, later));
        assertThat(later.send(Map.of("deed", "again")).code()).isPresent();
    }

    @Test
    void whoWasErasedIsToldToUseAnotherAccount() throws IOException {
        verified("张三", NUMBER);
        mine().delete("/api/identity/me").then().statusCode(204);
        assertThat(login().html())
                .contains("erased for good", "Use a new account", "/complaints\"")
                .doesNotContain("name=\"number\"");
    }

    /// These addresses are for the login alone.
    @Test
    void nobodyElseAsksForWhatTheStepNeeds() {
        for (String path : new String[] {"mobile-codes", "national-challenges", "guardian-requests"}) {
            as("alice")
                    .body("{}")
                    .post("/api/identity/login-step/" + path)
                    .then()
                    .statusCode(403);
            asService()
                    .body("{}")
                    .post("/api/identity/login-step/" + path)
                    .then()
                    .statusCode(403);
        }
    }

    private LoginJourney login() throws IOException {
        LoginJourney journey = LoginJourney.in("en").logIn(someone);
        assertThat(journey.code()).isEmpty();
        return journey;
    }

    private static void byMobile(LoginJourney journey) throws IOException {
        String earlier = Sandbox.lastCode(MOBILE);
        journey.send(Map.of("method", "MOBILE", "deed", "code", "mobile", MOBILE, "name", "张三", "number", NUMBER));
        assertThat(journey.html()).contains("A code is on its way", "value=\"" + MOBILE + "\"");
        String code = Sandbox.newCode(MOBILE, earlier);
        journey.send(Map.of("method", "MOBILE", "name", "张三", "number", NUMBER, "mobile", MOBILE, "code", code));
    }

    private static void nationally(LoginJourney journey) throws IOException {
        journey.send(Map.of("method", "NATIONAL_IDENTITY", "deed", "challenge"));
        String challenge = found(CHALLENGE, journey);
        String credential = Sandbox.credential("张三丰", challenge, "ADULT");
        journey.send(Map.of("method", "NATIONAL_IDENTITY", "challenge", challenge, "credential", credential));
    }

    private static String found(Pattern pattern, LoginJourney journey) {
        Matcher matcher = pattern.matcher(journey.html());
        assertThat(matcher.find()).as(journey.html()).isTrue();
        return matcher.group(1);
    }

    private static String consented(String link) {
        verify("alice", document("张三", NUMBER)).statusCode(201);
        return as("alice")
                .body(Map.of("consent", true, "relation", "PARENT", "noticeVersion", "1"))
                .post("/api/identity/guardian-requests/" + link + "/consent")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void verified(String name, String number) {
        mine().body(document(name, number))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
    }

    private void officer(String deed, Map<String, String> body) {
        as("olga")
                .body(body)
                .post("/api/identity/persons/" + someone.id() + "/" + deed)
                .then()
                .statusCode(204);
    }

    private RequestSpecification mine() {
        return given().auth()
                .oauth2(realm.logIn(someone).then().statusCode(200).extract().path("access_token"))
                .contentType(ContentType.JSON);
    }
}

package io.mingshi.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.LoginJourney;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Verification as a step of the login journey, through the real Keycloak with our provider.
@QuarkusTest
class LoginStepTest extends IdentityTest {
    private static final String NOBODY_LISTENS = "http://127.0.0.1:9";

    private final TestRealm realm = new TestRealm();
    private final Someone someone = realm.newPerson();

    @BeforeEach
    void onlyVerifiedPeopleComeIn() {
        realm.verify(here(), "refused");
    }

    @AfterEach
    void othersLogInAsBefore() {
        realm.verifyNobody();
    }

    /// Part of DSP-09.2.
    @Test
    void onlyWhoIsVerifiedPassesTheLoginWhereTheRealmWantsIt() throws IOException {
        LoginJourney journey = LoginJourney.in("en").logIn(someone);
        assertThat(journey.html()).contains("Verify your real name").doesNotContain("Not now");
        assertThat(journey.code()).isEmpty();

        assertThat(journey.send(Map.of("later", "yes")).code()).isEmpty();
        assertThat(journey.send(Map.of("name", "不符", "number", NUMBER)).code()).isEmpty();
        assertThat(journey.html()).contains("did not confirm", "role=\"alert\"");

        journey.send(Map.of("name", "张三", "number", NUMBER));
        assertThat(journey.code()).isPresent();
        asSomeone(journey).get("/api/identity/me").then().body("standing.assurance", equalTo("ID_DOCUMENT"));
    }

    @Test
    void whoIsVerifiedIsNotAskedAgain() throws IOException {
        LoginJourney.in("en").logIn(someone).send(Map.of("name", "张三", "number", NUMBER));
        assertThat(LoginJourney.in("en").logIn(someone).code()).isPresent();
    }

    /// Part of DSP-09.2: whoever puts it off may look and is not proven.
    @Test
    void whereTheRealmAllowsItIsPutOffOnceForASession() throws IOException {
        realm.verify(here(), "later");
        LoginJourney journey = LoginJourney.in("zh-CN").logIn(someone);
        assertThat(journey.html()).contains("真实身份认证", "暂不认证");

        assertThat(journey.send(Map.of("later", "yes")).code()).isPresent();
        asSomeone(journey).get("/api/identity/me").then().body("standing.assurance", equalTo("NONE"));
        assertThat(journey.again().code()).isPresent();

        assertThat(LoginJourney.in("zh-CN").logIn(someone).code()).isEmpty();
        realm.verify(here(), "refused");
        assertThat(journey.again().code()).isEmpty();
    }

    @Test
    void whileIdentityIsDownNothingIsGrantedAndThePersonIsToldToComeBack() throws IOException, SQLException {
        LoginJourney journey = LoginJourney.in("en").logIn(someone);
        realm.verify(NOBODY_LISTENS, "refused");

        journey.send(Map.of("name", "张三", "number", NUMBER));
        assertThat(journey.html()).contains("come back later");
        assertThat(journey.code()).isEmpty();
        assertThat(database.identities()).isZero();
        LoginJourney other = LoginJourney.in("en").logIn(someone);
        assertThat(other.html()).contains("come back later");
        assertThat(other.code()).isEmpty();

        realm.verify(here(), "refused");
        assertThat(journey.send(Map.of("name", "张三", "number", NUMBER)).code()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"故障", "矛盾"})
    void anAuthorityThatDoesNotAnswerGrantsNothing(String name) throws IOException, SQLException {
        LoginJourney journey = LoginJourney.in("zh-CN").logIn(someone);
        journey.send(Map.of("name", name, "number", NUMBER));
        assertThat(journey.html()).contains("暂时无法联系身份认证机构");
        assertThat(journey.code()).isEmpty();
        assertThat(database.identities()).isZero();
    }

    @Test
    void whatWasTypedWrongIsNamedAndStaysInTheForm() throws IOException {
        LoginJourney journey = LoginJourney.in("en").logIn(someone);
        journey.send(Map.of("name", "\"><script>alert(1)</script>", "number", "110105194912310021"));
        assertThat(journey.html()).contains("write the name").doesNotContain("<script");
        journey.send(Map.of("name", "张三", "number", "110105194912310021"));
        assertThat(journey.html()).contains("The number cannot be right", "value=\"110105194912310021\"");
        journey.send(Map.of("name", "张三", "number", "H12345678"));
        assertThat(journey.html()).contains("Date of birth");
        journey.send(Map.of("name", "张三", "number", "H12345678", "birthDate", "1990-01-01"));
        assertThat(journey.code()).isPresent();
    }

    @Test
    void thePageTellsWhatIsProcessedAndRunsNoScript() throws IOException {
        LoginJourney journey = LoginJourney.in("zh-CN");
        assertThat(journey.html())
                .contains("lang=\"zh-CN\"", "人工智能", "/rules\"", "/complaints\"")
                .doesNotContain("<script", "onclick", "onsubmit", "onchange");
        journey.logIn(someone);
        assertThat(journey.html())
                .contains("敏感个人信息", "我们如何处理您的个人信息", "<label for=\"number\">")
                .doesNotContain("<script", "onclick", "onsubmit", "onchange");
        assertThat(journey.header("Cache-Control")).contains("no-store");
    }

    @Test
    void staffAndLoginsWithoutAPageAreNotAskedButGrantedNothing() {
        realm.logIn(someone).then().statusCode(200);
        as("alice").get("/api/identity/me").then().body("standing.assurance", equalTo("NONE"));
    }

    @Test
    void aPasswordCannotBeFoundByTrying() {
        var guesser = new Someone(someone.id(), someone.name(), "a guess");
        for (int i = 0; i < 12; i++) {
            realm.logIn(guesser).then().statusCode(not(200));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> realm.isLocked(someone));
        realm.logIn(someone).then().statusCode(400);
    }

    /// The address is for the login alone.
    @Test
    void nobodyElseAsksForTheStep() {
        as("alice").get("/api/identity/login-step").then().statusCode(403);
        asService().get("/api/identity/login-step").then().statusCode(403);
        as("alice")
                .body(Map.of("name", "张三", "number", NUMBER, "address", "127.0.0.1"))
                .post("/api/identity/login-step")
                .then()
                .statusCode(403);
    }

    private static String here() {
        return "http://127.0.0.1:" + RestAssured.port;
    }

    private RequestSpecification asSomeone(LoginJourney journey) {
        String code = journey.code().orElseThrow();
        return given().auth()
                .oauth2(realm.exchange(code, LoginJourney.REDIRECT)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("access_token"));
    }
}

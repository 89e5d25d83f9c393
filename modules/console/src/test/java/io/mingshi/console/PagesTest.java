package io.mingshi.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:|<style|\\sstyle=");
    private static final Pattern OWN_FILE = Pattern.compile("(?:src|href)=\"(/console/[a-z]+\\.(?:js|css))\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/complaints",
                "/complaints/some-secret",
                "/verify",
                "/rules",
                "/receipt",
                "/consent/some-token",
                "/problems/ROLE_MISSING"
            })
    void aPublicPageNeedsNoLogin(String path) {
        assertWellMade(given().get(path).then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/login",
                "/console/tickets",
                "/console/checks",
                "/console/records?work=W-1",
                "/console/reviews",
                "/me/decisions",
                "/me/verification",
                "/me/data",
                "/me/consents",
                "/me/consents-given",
                "/me/guardian/some-secret"
            })
    void aPageOfOnesOwnOrForStaffLeadsToTheLogin(String path) {
        given().redirects()
                .follow(false)
                .get(path)
                .then()
                .statusCode(302)
                .header("Location", containsString("/realms/"))
                .header("Location", containsString("redirect_uri="));
        assertWellMade(given().auth().oauth2(Tokens.of("olga")).get(path).then());
    }

    @Test
    void aProblemIsExplainedInBothLanguages() {
        given().get("/problems/NO_SUCH_TICKET")
                .then()
                .body(containsString("查询链接无效"))
                .body(containsString("There is no such ticket"));
        given().get("/problems/SOMETHING_NEW").then().statusCode(200).body(containsString("traceId"));
        given().get("/problems/<b>x").then().statusCode(404);
    }

    @Test
    void scriptsGetTheExplanationOfAProblemAsData() {
        given().get("/problems/NO_SUCH_TICKET.json")
                .then()
                .statusCode(200)
                .body("zh", containsString("查询链接无效"))
                .body("en", containsString("There is no such ticket"));
        given().get("/problems/x.json").then().statusCode(404);
    }

    @Test
    void aDepictedPersonMayAnswerWithAnAccountToo() {
        given().redirects()
                .follow(false)
                .get("/consent/some-token/account")
                .then()
                .statusCode(302)
                .header("Location", containsString("/realms/"));
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(Tokens.of("bob"))
                .get("/consent/some-token/account")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/consent/some-token"));
        given().get("/consent/some-token")
                .then()
                .body(containsString("/console/login"), not(containsString("with-account")));
        given().auth()
                .oauth2(Tokens.of("bob"))
                .get("/consent/some-token")
                .then()
                .body(containsString("id=\"with-account\""));
    }

    @Test
    void aLoginThatIsNoneKeepsNobodyFromALink() {
        given().auth().oauth2("nothing").get("/consent/some-token").then().statusCode(200);
        given().cookie("q_session", "nothing").get("/consent/some-token").then().statusCode(200);
    }

    @Test
    void theConsentBoxIsNotTickedAndGrantingWaitsForIt() {
        String page = given().get("/consent/some-token").asString();
        assertThat(page).contains("name=\"separately\"").doesNotContain("name=\"separately\" checked");
        assertThat(page).contains("value=\"GRANT\" disabled").doesNotContain("value=\"REFUSE\" disabled");
    }

    @Test
    void loggingOutWithoutASessionOfTheBrowserLeadsToTheStart() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(Tokens.of("olga"))
                .get("/console/logout")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/"));
    }

    @Test
    void aPageThatDoesNotExistIsSaidToBeMissing() {
        given().get("/no-such-page").then().statusCode(404).body("code", equalTo("NOTHING_THERE"));
    }

    private static void assertWellMade(ValidatableResponse response) {
        String html = response.statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", containsString("no-store"))
                .body(containsString("<html lang=\"zh-CN\">"))
                .body(containsString("内容由人工智能生成"))
                .body(containsString("id=\"filings\""))
                .body(containsString("href=\"/complaints\""))
                .extract()
                .asString();
        assertThat(INLINE_SCRIPT.matcher(html).find())
                .as("inline script or style")
                .isFalse();
        OWN_FILE.matcher(html)
                .results()
                .forEach(file -> given().get(file.group(1)).then().statusCode(200));
        assertThat(OWN_FILE.matcher(html).results()).hasSizeGreaterThanOrEqualTo(2);
    }
}

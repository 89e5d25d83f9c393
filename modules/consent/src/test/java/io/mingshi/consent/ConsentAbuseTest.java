package io.mingshi.consent;

import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.invitation;
import static io.mingshi.consent.Page.NUMBER;
import static io.mingshi.consent.Page.claim;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.consent.Journey.Asked;
import io.mingshi.testkit.Timing;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nobody learns from an answer or its time what exists here, and nobody gets in with what they made up.
@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class ConsentAbuseTest {
    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    void noTimeTellsHowMuchOfALinkIsRight() {
        String token = asked().token();
        String almost = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        String nowhere = "x".repeat(token.length());
        invitation(almost).statusCode(404);
        assertThat(Timing.difference(
                        () -> invitation(almost).statusCode(404),
                        () -> invitation(nowhere).statusCode(404)))
                .isCloseTo(0, offset(Timing.NOISE));
    }

    @Test
    void noAnswerAndNoTimeTellsWhetherAForgedReceiptNamesAConsent() {
        Asked asked = asked();
        Page page = Page.opened(asked.token()).passed();
        String receipt = page.answer(grant()).statusCode(200).extract().path("receipt");
        String known = forged(receipt, asked.consent(), asked.consent());
        String unknown = forged(receipt, asked.consent(), "C" + asked.consent().substring(1));
        assertThat(check(known)).isEqualTo(check(unknown)).contains("FORGED");
        assertThat(Timing.difference(() -> check(known), () -> check(unknown))).isCloseTo(0, offset(Timing.NOISE));
    }

    @Test
    void noTimeTellsWhetherALinkBelongsToWhomSomebodyTries() {
        String bound = granted().token();
        String free = asked().token();
        assertThat(Timing.difference(() -> tried(bound), () -> tried(free))).isCloseTo(0, offset(Timing.NOISE));
    }

    @Test
    void aTokenThatSomebodyMadeUpIsRefusedEverywhere() {
        Asked asked = asked();
        String[] parts = Tokens.of("bob").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String service = encoded(claims.replace("\"user\"", "\"service\""));
        for (String forged : List.of(
                encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".",
                parts[0] + "." + service + "." + parts[2],
                parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()),
                "no.token.atall")) {
            given().auth()
                    .oauth2(forged)
                    .contentType(ContentType.JSON)
                    .body(grant())
                    .post("/api/consent/invitations/" + asked.token() + "/answer")
                    .then()
                    .statusCode(401);
            given().auth()
                    .oauth2(forged)
                    .contentType(ContentType.JSON)
                    .body(Journey.question(asked.consent()))
                    .post("/api/consent/decisions")
                    .then()
                    .statusCode(401);
        }
        invitation(asked.token()).body("state", equalTo("REQUESTED"));
    }

    @Test
    void aPageOfOneLinkAnswersNoOther() {
        Page mine = Page.opened(asked().token()).passed();
        Asked other = asked();
        Page.opened(other.token(), claim("李四", Page.OTHER_NUMBER));
        Page across = new Page(other.token(), mine.visit());
        across.answer(grant()).statusCode(401).body("code", equalTo("NO_SUCH_VISIT"));
        across.data().statusCode(401);
        across.erase().statusCode(401);
        invitation(other.token()).body("state", equalTo("REQUESTED"));
    }

    @Test
    void whoeverKnowsTheRequestersNumbersDoesNotFindOutThatTheyAsked() {
        Asked asked = asked();
        PlayedIdentity.know(Journey.idOf("alice"), NUMBER);
        JsonPath opened = Page.open(asked.token(), Page.document("张三", NUMBER))
                .statusCode(201)
                .extract()
                .jsonPath();
        Page page = new Page(asked.token(), opened.getString("visit")).passed();
        page.answer(grant()).statusCode(403).body("code", equalTo("POSSESSION_UNCHECKED"));
        Journey.as("olga")
                .body(Map.of("confirmed", true, "reason", "saw the document"))
                .post("/api/consent/manual-checks/" + opened.getString("check") + "/decision")
                .then()
                .statusCode(204);
        page.answer(grant()).statusCode(403).body("code", equalTo("OWN_INVITATION"));
    }

    private static void tried(String token) {
        Page.open(token, claim("不符", NUMBER)).statusCode(403).body("code", equalTo("IDENTITY_NOT_PROVEN"));
    }

    private static String check(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/api/consent/receipts/check")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /// A receipt about this consent, with the signature of another.
    private static String forged(String receipt, String consent, String other) {
        String[] parts = receipt.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        return parts[0] + "." + encoded(payload.replace(consent, other).replace("ConsentReceipt", "ConsentReceipT"))
                + "." + parts[2];
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}

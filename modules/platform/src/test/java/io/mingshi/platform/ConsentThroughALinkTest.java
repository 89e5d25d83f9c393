package io.mingshi.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingshi.testkit.DrawnFace;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// The depicted person's way through a link, with the real identity module and the sandbox authority.
@QuarkusTest
class ConsentThroughALinkTest {
    private static final String ALICES_NUMBER = "11010519491231002X";
    private static final String VISITORS_NUMBER = "360426199101010071";
    private static final String BOBS_NUMBER = "110000190001010012";
    private static final String MOBILE = "13800138000";
    private static final String PURPOSE = "a greeting card";
    private static final String DERIVED = "mingshi-demo-derived";

    @Test
    @Requirement({"DSP-14.2", "DSP-14.4", "PIPL-15.1"})
    void somebodyWithoutAnAccountIsProvenConsentsAndWithdraws() {
        as("alice")
                .body(proof("张三", ALICES_NUMBER))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
        JsonPath asked = as("alice")
                .body(request())
                .post("/api/consent/requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String link = "/api/consent/invitations/" + asked.getString("token");
        open(link, byMobile(link, "张三", ALICES_NUMBER)).statusCode(403).body("code", equalTo("OWN_INVITATION"));
        open(link, byMobile(link, "不符", VISITORS_NUMBER)).statusCode(403).body("code", equalTo("IDENTITY_NOT_PROVEN"));
        String visit = open(link, byMobile(link, "李四", VISITORS_NUMBER))
                .statusCode(201)
                .extract()
                .path("visit");

        String words = page(visit).post(link + "/visit/passcode").path("words.zh");
        page(visit)
                .body(Map.of("words", words))
                .post(link + "/visit/passcode/answer")
                .then()
                .statusCode(200);
        String receipt = page(visit)
                .body(Map.of("answer", "GRANT", "noticeVersion", notice(link), "separately", true))
                .post(link + "/visit/answer")
                .then()
                .statusCode(200)
                .extract()
                .path("receipt");

        decide(asked.getString("consent")).body("permitted", equalTo(true));
        check(receipt).body("worth", equalTo("VALID"));
        String work = edit(asked.getString("consent")).statusCode(200).extract().path("data[0].mingshi.produce_id");
        isMadeUnder(asked.getString("consent"));
        derived().body("admitted", equalTo(true));
        page(visit).post(link + "/visit/withdrawal").then().statusCode(200);
        decide(asked.getString("consent")).body("permitted", equalTo(false));
        check(receipt).body("worth", equalTo("WITHDRAWN"));
        edit(asked.getString("consent")).statusCode(403).body("error.code", equalTo("CONSENT_REFUSED"));
        Awaitility.await()
                .untilAsserted(() -> derived()
                        .body("admitted", equalTo(false))
                        .body("reason", containsString("took the consent back")));
        as("alice")
                .body(Map.of("model", DERIVED, "input", "hello", "voice", "demo"))
                .post("/v1/audio/speech")
                .then()
                .statusCode(403)
                .body("error.code", equalTo("MODEL_REFUSED"));
        Awaitility.await()
                .untilAsserted(() -> as("alice")
                        .get("/api/gateway/works/to-be-removed")
                        .then()
                        .body("produceId", hasItem(work)));
    }

    /// An operator says that a model was made from what the consent permits.
    private static void isMadeUnder(String consent) {
        ReviewedModel.register(DERIVED, "SPEECH", Map.of());
        as("oscar")
                .body(Map.of("consents", List.of(consent)))
                .post("/api/governance/models/" + DERIVED + "/derivations")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse derived() {
        return given().auth()
                .oauth2(Tokens.ofService())
                .get("/api/governance/admissions?capability=SPEECH&model=" + DERIVED)
                .then();
    }

    private static ValidatableResponse edit(String consent) {
        return given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "photo.png", picture(), "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "a warmer background")
                .multiPart("depicts", consent)
                .multiPart("purpose", PURPOSE)
                .post("/v1/images/edits")
                .then();
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(DrawnFace.drawn(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void triesThroughALinkAreLimitedAndWhatCannotBeAnIdentityIsNotCounted() {
        as("bob")
                .body(proof("王五", BOBS_NUMBER))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
        String token = as("bob").body(request()).post("/api/consent/requests").path("token");
        String link = "/api/consent/invitations/" + token;
        for (int i = 0; i < 12; i++) {
            open(link, proof("李四", "360426199101010070")).statusCode(400).body("code", equalTo("CLAIM_WRONG"));
        }
        for (int i = 0; i < 10; i++) {
            open(link, proof("不符", VISITORS_NUMBER)).statusCode(403).body("code", equalTo("IDENTITY_NOT_PROVEN"));
        }
        open(link, proof("李四", VISITORS_NUMBER)).statusCode(429).body("code", equalTo("TOO_MANY_TRIES"));
    }

    /// Asks for a code through the link and reads it from the phone.
    private static Map<String, Object> byMobile(String link, String name, String number) {
        String earlier = lastCode();
        given().contentType(ContentType.JSON)
                .body(Map.of("mobile", MOBILE))
                .post(link + "/visit/mobile-code")
                .then()
                .statusCode(202);
        String code = Awaitility.await().until(ConsentThroughALinkTest::lastCode, last -> !last.equals(earlier));
        return Map.of("method", "MOBILE", "name", name, "number", number, "mobile", MOBILE, "code", code);
    }

    private static String lastCode() {
        var config = ConfigProvider.getConfig();
        URI authority = config.getValue("mingshi.authority.url", URI.class);
        var answer = given().baseUri(authority.toString())
                .port(authority.getPort())
                .auth()
                .preemptive()
                .oauth2(config.getValue("mingshi.authority.key", String.class))
                .get("/v1/text-messages/" + MOBILE);
        return answer.statusCode() == 200 ? answer.path("message.parameters.code") : "";
    }

    private static Map<String, Object> request() {
        return Map.of(
                "modalities",
                List.of("FACE_IMAGE"),
                "models",
                List.of("mingshi-demo-edit"),
                "purpose",
                PURPOSE,
                "days",
                30,
                "depicted",
                Map.of("name", "李四"));
    }

    private static Map<String, Object> proof(String name, String number) {
        return Map.of("method", "ID_DOCUMENT", "name", name, "number", number);
    }

    private static ValidatableResponse open(String link, Map<String, Object> proof) {
        return given().contentType(ContentType.JSON)
                .body(proof)
                .post(link + "/visit")
                .then();
    }

    private static String notice(String link) {
        return given().get(link).path("noticeVersion");
    }

    private static RequestSpecification page(String visit) {
        return given().contentType(ContentType.JSON).header("Consent-Visit", visit);
    }

    private static ValidatableResponse decide(String consent) {
        String claims =
                new String(Base64.getUrlDecoder().decode(Tokens.of("alice").split("\\.")[1]), StandardCharsets.UTF_8);
        return given().auth()
                .oauth2(Tokens.ofService())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "consent",
                        consent,
                        "requester",
                        JsonPath.from(claims).getString("sub"),
                        "modality",
                        "FACE_IMAGE",
                        "purpose",
                        PURPOSE,
                        "model",
                        "mingshi-demo-edit"))
                .post("/api/consent/decisions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse check(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/api/consent/receipts/check")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }
}

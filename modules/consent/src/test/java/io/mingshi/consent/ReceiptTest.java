package io.mingshi.consent;

import static io.mingshi.consent.Journey.as;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.withdraw;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.mingshi.consent.Journey.Asked;
import io.mingshi.consent.receipt.ReceiptVerifier;
import io.mingshi.consent.receipt.ReceiptVerifier.Verdict;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class ReceiptTest {
    @Inject
    @DataSource("consent")
    AgroalDataSource dataSource;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    void theDepictedPersonKeepsAReceiptThatVerifiesOffline() {
        Asked asked = asked();
        String receipt =
                Page.opened(asked.token()).passed().answer(grant()).extract().path("receipt");

        Verdict verdict = new ReceiptVerifier(keys()).verify(receipt);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Genuine.class, genuine -> {
            assertThat(genuine.consent()).isEqualTo(asked.consent());
            JsonNode record = genuine.content().path("dpv:hasRecordOfActivity");
            assertThat(genuine.content().path("@type").asText()).isEqualTo("dpv:ConsentReceipt");
            assertThat(genuine.content().path("dct:conformsTo").asText())
                    .startsWith("https://w3id.org/dpv/schema/dpv-27560#");
            assertThat(record.path("@type").asText()).isEqualTo("dpv:ConsentRecord");
            for (String field : new String[] {
                "dct:identifier", "dpv:hasDataSubject", "dpv:hasDataController", "dpv:hasJurisdiction",
                "dpv:hasLegalBasis", "dpv:hasProcess", "dpv:hasNotice", "dpv:hasConsentControl",
                "dpv:hasConsentStatus"
            }) {
                assertThat(record.has(field)).as(field).isTrue();
            }
            JsonNode process = record.path("dpv:hasProcess");
            assertThat(process.path("dpv:hasPurpose").path("dct:description").asText())
                    .isEqualTo(Journey.PURPOSE);
            assertThat(process.path("dpv:hasPersonalData")
                            .path(0)
                            .path("dct:identifier")
                            .asText())
                    .isEqualTo("FACE_IMAGE");
            assertThat(process.has("dpv:hasStorageCondition")).isTrue();
            assertThat(record.path("dpv:hasConsentStatus")
                            .path(0)
                            .path("@type")
                            .path(0)
                            .asText())
                    .isEqualTo("dpv:ConsentGiven");
        });
        assertThat(new String(Base64.getUrlDecoder().decode(receipt.split("\\.")[1]), UTF_8))
                .doesNotContain("张三")
                .doesNotContain(Page.NUMBER);
    }

    @Test
    void anybodyLearnsWhetherAReceiptIsValidOrWithdrawnSince() {
        Asked asked = granted();
        String receipt = receipt("bob", asked);
        check(receipt).statusCode(200).body("worth", equalTo("VALID")).body("consent", equalTo(asked.consent()));
        withdraw("bob", asked.consent()).statusCode(200);
        check(receipt).body("worth", equalTo("WITHDRAWN"));
        assertThat(new ReceiptVerifier(keys()).verify(receipt("bob", asked)))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.content().toString()).contains("dpv:ConsentWithdrawn"));
    }

    @Test
    void aReceiptOfAConsentWhosePeriodIsOverSaysSo() throws SQLException {
        Asked asked = granted();
        String receipt = receipt("bob", asked);
        update("update consent set valid_until = now() where id = '" + asked.consent() + "'");
        check(receipt).body("worth", equalTo("LAPSED"));
    }

    @Test
    void whatWasChangedOrSignedByAnybodyElseIsForged() throws Exception {
        Asked asked = granted();
        String receipt = receipt("bob", asked);
        String[] parts = receipt.split("\\.");
        String other = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("FACE_IMAGE", "VOICE");
        forged(parts[0] + "." + base64(other) + "." + parts[2]);
        forged(parts[0] + "." + parts[1] + ".");
        forged(base64("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        forged("");
        forged("x".repeat(70_000));
        forged(signedBySomebodyElse(parts));
        forged(io.mingshi.testkit.Tokens.of("alice"));
    }

    @Test
    void onlyTheTwoPeopleConcernedHaveAReceiptAndOnlyOfAConsentThatWasGiven() {
        Asked asked = asked();
        as("alice")
                .get("/api/consent/consents/" + asked.consent() + "/receipt")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_GIVEN"));
        as("carol")
                .get("/api/consent/consents/" + granted().consent() + "/receipt")
                .then()
                .statusCode(404);
    }

    @Test
    void aReceiptStillVerifiesAfterTheKeyChanged() throws SQLException {
        String old = receipt("bob", granted());
        update("update receipt_key set id = id || '-old', since = since - interval '1 year'");
        check(old).body("worth", equalTo("VALID"));
        assertThat(RestAssured.get("/api/consent/receipts/jwks.json").jsonPath().getList("keys"))
                .hasSizeGreaterThan(1);
        assertThat(keys()).doesNotContain("\"d\"");
    }

    private static String signedBySomebodyElse(String[] parts) throws Exception {
        var key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        JsonNode header = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(parts[0]));
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(header.path("kid").asText());
        signature.setHeader("typ", header.path("typ").asText());
        signature.setPayload(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        signature.setKey(key.getPrivate());
        return signature.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static void forged(String receipt) {
        check(receipt).statusCode(200).body("worth", equalTo("FORGED")).body("consent", nullValue());
    }

    private static String receipt(String person, Asked asked) {
        return as(person)
                .get("/api/consent/consents/" + asked.consent() + "/receipt")
                .then()
                .statusCode(200)
                .extract()
                .path("receipt");
    }

    private static ValidatableResponse check(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/api/consent/receipts/check")
                .then();
    }

    private static String keys() {
        return RestAssured.get("/api/consent/receipts/jwks.json").asString();
    }

    private void update(String statement) throws SQLException {
        try (var connection = dataSource.getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate(statement)).isPositive();
        }
    }
}

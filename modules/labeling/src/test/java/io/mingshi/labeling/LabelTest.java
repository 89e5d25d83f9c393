package io.mingshi.labeling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.mingshi.contracts.Sha256;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Labelling in the provider's name.
@QuarkusTest
class LabelTest {
    private static final String LABELS = "/api/labeling/labels";

    static Response labelled(byte[] file, boolean watermark) {
        Response response = given().auth()
                .oauth2(Tokens.of("oscar"))
                .multiPart("file", "picture.png", file)
                .multiPart("watermark", watermark)
                .post(LABELS);
        response.then().statusCode(200);
        return response;
    }

    @Test
    void aFileComesBackLabelledAndWrittenDown() {
        Response response = labelled(Pictures.png(), false);
        String number = response.header("Mingshi-Produce-Id");
        var report = new LabelVerifier().verify(response.asByteArray());
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label().orElseThrow().produceId()).isEqualTo(number);
        assertThat(Topic.of("labeling").await(text -> text.contains(number)))
                .contains("ContentLabelled", Sha256.of(response.asByteArray()));
    }

    @Test
    @Requirement("LAB-05.2")
    void aWatermarkIsASwitchOfItsOwnAndNeverTheMetadataLabel() {
        byte[] marked = labelled(Pictures.png(800, 600), true).asByteArray();
        verified(marked).body("verdict", equalTo("COMPLIANT")).body("findings.code", hasItem("WATERMARK_FOUND"));
        byte[] plain = labelled(Pictures.png(800, 600), false).asByteArray();
        verified(plain).body("verdict", equalTo("COMPLIANT")).body("findings.code", hasItem("WATERMARK_NOT_FOUND"));
        verified(Pictures.stripped(marked))
                .body("verdict", equalTo("NONCOMPLIANT"))
                .body("label", equalTo(null))
                .body("findings.code", hasItem("LABEL_REMOVED"));
    }

    @Test
    void aMarkdownFileIsKnownByItsName() {
        Response response = given().auth()
                .oauth2(Tokens.of("oscar"))
                .multiPart("file", "notes.md", "# Title\n\nText\n".getBytes(StandardCharsets.UTF_8))
                .post(LABELS);
        response.then().statusCode(200).header("Content-Type", "text/markdown");
        assertThat(response.asString()).startsWith("---\nAIGC:\n");
    }

    @Test
    void aNumberIsGivenOnce() {
        String number = "own-" + UUID.randomUUID();
        numbered(number).then().statusCode(200).header("Mingshi-Produce-Id", number);
        numbered(number).then().statusCode(409).body("code", equalTo("NUMBER_TAKEN"));
    }

    private static Response numbered(String number) {
        return given().auth()
                .oauth2(Tokens.of("oscar"))
                .multiPart("file", "picture.png", Pictures.png())
                .multiPart("produceId", number)
                .post(LABELS);
    }

    @Test
    void whatCannotBeLabelledIsRefusedWithTheReason() {
        given().auth()
                .oauth2(Tokens.of("oscar"))
                .multiPart("file", "small.png", Pictures.png(40, 40))
                .post(LABELS)
                .then()
                .statusCode(400)
                .body("code", equalTo("NOT_LABELLED"))
                .body("detail", notNullValue());
        given().auth()
                .oauth2(Tokens.of("oscar"))
                .multiPart("file", "x.bin", new byte[] {0, 1, 2, 3})
                .post(LABELS)
                .then()
                .statusCode(400)
                .body("code", equalTo("NOT_LABELLED"));
    }

    @Test
    void thePublicCannotLabelInTheProvidersName() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "picture.png", Pictures.png())
                .post(LABELS)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse verified(byte[] file) {
        return given().multiPart("file", "file", file)
                .post("/api/labeling/verifications")
                .then()
                .statusCode(200);
    }
}

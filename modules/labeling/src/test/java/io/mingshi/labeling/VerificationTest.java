package io.mingshi.labeling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.Sha256;
import io.mingshi.labels.Finding;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerificationTest {
    private static final String VERIFICATIONS = "/api/labeling/verifications";

    @Test
    void aLabelledPictureIsExplainedLayerByLayer() {
        byte[] labelled = ours();
        form(labelled)
                .statusCode(200)
                .body("verdict", equalTo("COMPLIANT"))
                .body("meaning.zh", containsString("人工智能"))
                .body("mediaType", equalTo("image/png"))
                .body("label.label", equalTo("1"))
                .body("label.produceId", notNullValue())
                .body("producer.ours", equalTo(true))
                .body("producer.registration", equalTo("91000000000000000K"))
                .body("findings.code", hasItem("LABEL_READ"))
                .body("findings.layer", hasItem("METADATA"))
                .body("findings.meaning.zh", everyItem(not(blankOrNullString())))
                .body("findings.meaning.en", everyItem(not(blankOrNullString())))
                .body("sha256", equalTo(Sha256.of(labelled)));
    }

    @Test
    void theRawBodyIsVerifiedLikeAForm() {
        raw(ours(), "image/png").statusCode(200).body("verdict", equalTo("COMPLIANT"));
        raw(ours(), "application/octet-stream").statusCode(200).body("label.produceId", notNullValue());
    }

    @Test
    void anotherProvidersLabelIsNotOurs() {
        form(Pictures.labelledBy(Pictures.THEIRS, "W-1"))
                .body("producer.ours", equalTo(false))
                .body("producer.registration", equalTo("91999999MA00000079"));
    }

    @Test
    void aPictureWithoutLabelIsNotProvenToBeHumanWork() {
        form(Pictures.png())
                .body("verdict", equalTo("NOT_FOUND"))
                .body("label", nullValue())
                .body("meaning.en", containsString("does not prove"));
    }

    @Test
    void aNumberThatWeNeverGaveIsForged() {
        form(Pictures.labelledBy(Pictures.OURS, "never-given"))
                .body("verdict", equalTo("NONCOMPLIANT"))
                .body("findings.code", hasItem("UNKNOWN_WORK"));
    }

    @Test
    void theVisibleLabelIsShownWhereItIs() {
        form(ours())
                .body("mark.x", greaterThan(0.5f))
                .body("mark.y", greaterThan(0.5f))
                .body("mark.width", greaterThan(0.05f));
    }

    @Test
    void halfAFileIsInconclusive() {
        byte[] labelled = ours();
        form(Arrays.copyOf(labelled, labelled.length / 2)).statusCode(200).body("verdict", equalTo("INCONCLUSIVE"));
        form(new byte[] {0, 1, 2, 3, (byte) 0xff})
                .body("verdict", equalTo("INCONCLUSIVE"))
                .body("mediaType", nullValue());
    }

    @Test
    void aFileThatIsMissingOrTooLargeIsRefusedWithOneSentence() {
        raw(new byte[0], "application/octet-stream").statusCode(400).body("code", equalTo("FILE_NEEDED"));
        given().multiPart("other", "x")
                .post(VERIFICATIONS)
                .then()
                .statusCode(400)
                .body("code", equalTo("FILE_NEEDED"));
        raw(new byte[Desk.MAX_FILE + 1], "image/png").statusCode(413).body("code", equalTo("FILE_TOO_LARGE"));
    }

    @Test
    void everyFindingHasASentenceInBothLanguages() {
        for (Finding.Code code : Finding.Code.values()) {
            Sentence sentence = Sentences.of(code);
            assertThat(sentence.zh()).as(code.name()).endsWith("。");
            assertThat(sentence.en()).as(code.name()).endsWith(".");
        }
    }

    private static ValidatableResponse form(byte[] file) {
        return given().multiPart("file", "file", file).post(VERIFICATIONS).then();
    }

    private static ValidatableResponse raw(byte[] file, String type) {
        return given().contentType(type).body(file).post(VERIFICATIONS).then();
    }

    private static byte[] ours() {
        return LabelTest.labelled(Pictures.png(), false).asByteArray();
    }
}

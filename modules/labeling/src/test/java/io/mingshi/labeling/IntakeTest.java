package io.mingshi.labeling;

import static io.mingshi.labeling.Pictures.OURS;
import static io.mingshi.labeling.Pictures.THEIRS;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.contracts.Sha256;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.securitydata.Sm2Key;
import io.mingshi.labels.securitydata.Sm2LabelSigner;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A file on its way to an audience.
@QuarkusTest
class IntakeTest {
    private static final String INTAKES = "/api/labeling/intakes";
    private static final ProviderCode OTHER = ProviderCode.of(THEIRS);

    private static Response take(byte[] file, Object declared) {
        return given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "picture.png", file)
                .multiPart("declared", declared.toString())
                .post(INTAKES);
    }

    private static AigcLabel spread(Response taken) {
        var report = new LabelVerifier().verify(taken.asByteArray());
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.COMPLIANT);
        return report.label().orElseThrow();
    }

    private static byte[] withLabel(String label) {
        AigcLabel of = new AigcLabel(label, "", "", "", OTHER.value(), "there-1", "");
        return new LabelEngine(OTHER)
                .label(MediaType.PNG, Pictures.png(), LabelRequest.of(of).with(ExplicitPolicy.NONE))
                .bytes();
    }

    @Test
    @Requirement({"LAB-06.1", "LAB-06.5"})
    void aLabelledFileIsSyntheticAndKeepsItsProducer() {
        Response taken = take(Pictures.labelledBy(THEIRS, "theirs-1"), false);
        taken.then().statusCode(200).header("Mingshi-Notice", "IS").header("Mingshi-Tampered", "false");
        AigcLabel label = spread(taken);
        assertThat(label.label()).isEqualTo("1");
        assertThat(label.contentProducer()).isEqualTo(THEIRS);
        assertThat(label.produceId()).isEqualTo("theirs-1");
        assertThat(label.contentPropagator()).isEqualTo(OURS);
        assertThat(label.propagateId()).isEqualTo(taken.header("Mingshi-Intake"));
    }

    @Test
    @Requirement("LAB-06.2")
    void aDeclaredFileWithoutLabelMayBeSynthetic() {
        Response taken = take(Pictures.png(), true);
        taken.then().statusCode(200).header("Mingshi-Notice", "MAY_BE");
        assertThat(spread(taken).label()).isEqualTo("2");
        assertThat(spread(taken).contentPropagator()).isEqualTo(OURS);
    }

    @Test
    @Requirement("LAB-06.3")
    void aFileWithOnlyAVisibleLabelIsSuspected() {
        byte[] marked = Pictures.stripped(Pictures.labelledBy(THEIRS, "theirs-2"));
        Response taken = take(marked, false);
        taken.then().statusCode(200).header("Mingshi-Notice", "SUSPECTED");
        assertThat(spread(taken).label()).isEqualTo("3");
    }

    @Test
    @Requirement("LAB-06.4")
    void aFileWithoutAnyTraceIsLeftAsItIs() {
        byte[] picture = Pictures.png();
        Response taken = take(picture, false);
        taken.then().statusCode(200).header("Mingshi-Notice", "NONE");
        assertThat(taken.asByteArray()).isEqualTo(picture);
    }

    @Test
    @Requirement("LAB-06.6")
    void theDeclarationIsAskedForAndWrittenDown() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "picture.png", Pictures.png())
                .post(INTAKES)
                .then()
                .statusCode(400)
                .body("code", equalTo("DECLARATION_NEEDED"));
        take(Pictures.png(), "maybe").then().statusCode(400).body("code", equalTo("DECLARATION_NEEDED"));
        byte[] picture = Pictures.png();
        String number = take(picture, true).then().statusCode(200).extract().header("Mingshi-Intake");
        String event = Topic.of("labeling").await(text -> text.contains(number));
        assertThat(event).contains("ContentTakenIn", "\"declared\":true", "\"notice\":\"MAY_BE\"", Sha256.of(picture));
    }

    @Test
    @Requirement("LAB-06.7")
    void strongerEvidenceGoesFirstAndAClassIsKept() {
        take(Pictures.labelledBy(THEIRS, "theirs-3"), true).then().header("Mingshi-Notice", "IS");
        take(withLabel("2"), false).then().header("Mingshi-Notice", "MAY_BE");
        take(withLabel("3"), false).then().header("Mingshi-Notice", "SUSPECTED");
        take(withLabel("3"), true).then().header("Mingshi-Notice", "MAY_BE");
        byte[] once = take(Pictures.png(), true).asByteArray();
        Response again = take(once, false);
        again.then().header("Mingshi-Notice", "MAY_BE");
        assertThat(spread(again).propagateId()).isEqualTo(again.header("Mingshi-Intake"));
    }

    @Test
    @Requirement("LAB-10.1")
    void aWorkOfOursWhoseLabelIsGoneIsACaseOfTampering() {
        byte[] byPixels =
                Pictures.stripped(LabelTest.labelled(Pictures.png(), false).asByteArray());
        take(byPixels, false).then().header("Mingshi-Tampered", "true").header("Mingshi-Notice", "SUSPECTED");
        byte[] byWatermark = Pictures.stripped(
                LabelTest.labelled(Pictures.png(800, 600), true).asByteArray());
        String number = take(byWatermark, false)
                .then()
                .header("Mingshi-Tampered", "true")
                .extract()
                .header("Mingshi-Intake");
        assertThat(Topic.of("labeling").await(text -> text.contains(number)))
                .contains("ContentTakenIn", "\"tampered\":true");
    }

    @Test
    @Requirement("LAB-10.2")
    void aForgedLabelIsNotBelieved() {
        String invented = "unknown-" + UUID.randomUUID();
        Response taken = take(Pictures.labelledBy(OURS, invented), false);
        taken.then().header("Mingshi-Notice", "SUSPECTED").header("Mingshi-Tampered", "true");
        assertThat(spread(taken).label()).isEqualTo("3");
        byte[] badCode = changed(Pictures.jpegLabelledBy(THEIRS, "theirs-5"), "MA0000007910001", "MA0000007810001");
        take(badCode, false).then().header("Mingshi-Notice", "SUSPECTED").header("Mingshi-Tampered", "true");
        byte[] badSignature = changed(signed("theirs-6"), "theirs-6", "theirs-7");
        take(badSignature, false).then().header("Mingshi-Notice", "SUSPECTED").header("Mingshi-Tampered", "true");
    }

    @Test
    void severalLabelsThatDifferWaitForSomebodyToLook() {
        String label = AigcLabel.generated(OTHER, "theirs-8").toJson();
        String other = AigcLabel.generated(OTHER, "theirs-9").toJson();
        byte[] file = ("{\"AIGC\":" + label + ",\"a\":1,\"AIGC\":" + other + "}").getBytes(ISO_8859_1);
        take(file, false).then().statusCode(409).body("code", equalTo("INTAKE_UNDECIDED"));
    }

    @Test
    void theNameOfAProducerIsKept() {
        AigcLabel named = new AigcLabel("1", "某某科技有限公司", "theirs-10", "", THEIRS, "there-1", "");
        byte[] file = new LabelEngine(OTHER)
                .label(MediaType.PNG, Pictures.png(), LabelRequest.of(named).with(ExplicitPolicy.NONE))
                .bytes();
        Response taken = take(file, false);
        taken.then().statusCode(200).header("Mingshi-Notice", "IS");
        assertThat(spread(taken).contentProducer()).isEqualTo("某某科技有限公司");
    }

    private static byte[] signed(String produceId) {
        LabelEngine engine = new LabelEngine(OTHER);
        LabelRequest request = engine.request(produceId).signedBy(new Sm2LabelSigner(Sm2Key.generate()));
        return engine.label(MediaType.JPEG, Pictures.jpeg(), request).bytes();
    }

    private static byte[] changed(byte[] file, String from, String to) {
        return new String(file, ISO_8859_1).replace(from, to).getBytes(ISO_8859_1);
    }

    @Test
    void halfAFileIsNotHandedOut() {
        byte[] labelled = Pictures.labelledBy(THEIRS, "theirs-4");
        take(Arrays.copyOf(labelled, labelled.length / 2), false)
                .then()
                .statusCode(400)
                .body("code", equalTo("NOT_LABELLED"));
        byte[] plain = Pictures.png();
        take(Arrays.copyOf(plain, plain.length / 2), false)
                .then()
                .statusCode(409)
                .body("code", equalTo("INTAKE_UNDECIDED"))
                .body("detail", containsString("may not be spread"));
    }

    @Test
    void nobodySpreadsWithoutLogin() {
        given().multiPart("file", "picture.png", Pictures.png())
                .multiPart("declared", true)
                .post(INTAKES)
                .then()
                .statusCode(401);
    }
}

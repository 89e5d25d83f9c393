package io.mingshi.labels.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.PlatformDecision;
import io.mingshi.labels.PlatformDecision.Notice;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.c2pa.ForeignManifest.Assertion;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Manifests of others say by their actions alone how the content came about.
class ActionsTest {
    private static final String IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String MODEL = IPTC + "trainedAlgorithmicMedia";
    private static final String CAMERA = IPTC + "digitalCapture";
    private static final byte[] PICTURE = SmallFiles.picture("png", 40, 40);

    private static ManifestReport check(byte[] file) throws IOException {
        return ManifestReader.check(new PngManifest(), Source.of(file), SmallFiles.trust());
    }

    private static boolean synthetic(ForeignManifest manifest) throws IOException {
        return check(manifest.in(new PngManifest(), PICTURE)) instanceof ManifestReport.Trusted trusted
                ? trusted.synthetic()
                : fail(manifest);
    }

    private static boolean fail(ForeignManifest manifest) {
        throw new AssertionError("not trusted: " + manifest);
    }

    private static VerificationReport verify(byte[] file, Trust trust) {
        VerifyOptions options = VerifyOptions.PUBLIC.with(VerifyOptions.Effort.STRUCTURE);
        return new LabelVerifier(options.with(trust)).verify(file);
    }

    private static Notice notice(VerificationReport report) {
        return PlatformDecision.of(report, false, false).notice();
    }

    @ParameterizedTest
    @CsvSource({
        "c2pa.claim, c2pa.actions",
        "c2pa.claim.v2, c2pa.actions",
        "c2pa.claim.v2, c2pa.actions.v2",
        "c2pa.claim.v2, c2pa.actions__1",
        "c2pa.claim.v2, c2pa.actions.v2__12"
    })
    void actionsOfEitherVersionAreRead(String claim, String label) throws Exception {
        for (String source : List.of(MODEL, CAMERA)) {
            List<Assertion> actions = List.of(Assertion.actions(label, source));
            assertThat(synthetic(new ForeignManifest(claim, actions, List.of())))
                    .isEqualTo(source.equals(MODEL));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IPTC + "trainedAlgorithmicMedia",
                IPTC + "compositeWithTrainedAlgorithmicMedia",
                IPTC + "algorithmicMedia",
                "https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
                "trainedAlgorithmicMedia"
            })
    void whatAnAlgorithmMadeIsSynthetic(String source) throws Exception {
        assertThat(synthetic(ForeignManifest.of(Assertion.actions("c2pa.actions.v2", CAMERA, source))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IPTC + "digitalCapture",
                IPTC + "algorithmicallyEnhanced",
                IPTC + "composite",
                IPTC + "trainedAlgorithmicMedia/no",
                IPTC + "notTrainedalgorithmicMedia",
                ""
            })
    void whatACameraOrAPersonMadeIsNot(String source) throws Exception {
        assertThat(synthetic(ForeignManifest.of(Assertion.actions("c2pa.actions.v2", source))))
                .isFalse();
    }

    @Test
    void everyAssertionOfActionsCounts() throws Exception {
        assertThat(synthetic(ForeignManifest.of(
                        Assertion.actions("c2pa.actions.v2", CAMERA), Assertion.actions("c2pa.actions.v2__1", MODEL))))
                .isTrue();
    }

    @Test
    void whatTheClaimDoesNotNameOrWhatIsNoActionIsNotBelieved() throws Exception {
        List<Assertion> model = List.of(Assertion.actions("c2pa.actions.v2", MODEL));
        assertThat(synthetic(new ForeignManifest("c2pa.claim.v2", List.of(), model)))
                .isFalse();
        assertThat(synthetic(ForeignManifest.of(Assertion.actions("c2pa.actionsOfAnother", MODEL))))
                .isFalse();
    }

    @Test
    void actionsChangedAfterSigningAreFoundOut() throws Exception {
        byte[] file =
                ForeignManifest.of(Assertion.actions("c2pa.actions.v2", MODEL)).in(new PngManifest(), PICTURE);
        byte[] store =
                new PngManifest().find(Source.of(file)).orElseThrow().store().bytes();
        store[new String(store, StandardCharsets.ISO_8859_1).indexOf(MODEL)] ^= 1;
        assertThat(check(
                        new PngManifest().host(Source.of(PICTURE), store).file().bytes()))
                .isEqualTo(new ManifestReport.Broken("the assertion c2pa.actions.v2 was changed after it was signed"));
    }

    @Test
    void signedActionsOfAnyShapeAreAnswered() throws Exception {
        CBORObject list = CBORObject.NewArray();
        CBORObject map = CBORObject.NewMap();
        for (CBORObject odd :
                List.of(CBORObject.Null, CBORObject.FromObject(1), list, map, CBORObject.FromObject(""))) {
            for (CBORObject actions : List.of(odd, CBORObject.NewArray().Add(odd), action(odd))) {
                byte[] cbor = CBORObject.NewMap().Add("actions", actions).EncodeToBytes();
                assertThat(synthetic(ForeignManifest.of(new Assertion("c2pa.actions.v2", cbor))))
                        .isFalse();
            }
        }
    }

    private static CBORObject action(CBORObject source) {
        return CBORObject.NewArray().Add(CBORObject.NewMap().Add("digitalSourceType", source));
    }

    @Property(tries = 500)
    void signedActionsOfAnyBytesAreAnswered(@ForAll byte[] noise) throws Exception {
        ForeignManifest manifest = ForeignManifest.of(new Assertion("c2pa.actions", noise));
        assertThat(check(manifest.in(new PngManifest(), PICTURE)))
                .isInstanceOfAny(ManifestReport.Trusted.class, ManifestReport.Broken.class);
    }

    @Test
    void actionsLongerThanAnyAreNotRead() throws Exception {
        String[] many = new String[5_000];
        Arrays.fill(many, MODEL);
        ForeignManifest manifest = ForeignManifest.of(Assertion.actions("c2pa.actions", many));
        assertThat(check(manifest.in(new PngManifest(), PICTURE))).isInstanceOf(ManifestReport.Unread.class);
    }

    @Test
    void aPlatformSuspectsWhatTheManifestOfAnotherSaysAModelMade() {
        for (byte[] file : List.of(SmallFiles.resource("es256-v2.jpg"), picture(MODEL))) {
            for (Trust trust : List.of(SmallFiles.trust(), Trust.nobody())) {
                VerificationReport report = verify(file, trust);
                assertThat(report.findings().stream().filter(finding -> finding.code() == Code.C2PA_SAYS_SYNTHETIC))
                        .hasSize(1);
                assertThat(report.has(Code.LABEL_REMOVED)).isFalse();
                assertThat(report.has(Code.LAYERS_DISAGREE)).isFalse();
                assertThat(notice(report)).isEqualTo(Notice.SUSPECTED);
                assertThat(PlatformDecision.of(report, false, false).tampered()).isFalse();
            }
        }
    }

    @Test
    void aPlatformDoesNotSuspectACamera() {
        VerificationReport camera = verify(picture(CAMERA), SmallFiles.trust());
        assertThat(camera.has(Code.C2PA_TRUSTED)).isTrue();
        VerificationReport silent = verify(SmallFiles.resource("es256.jpg"), SmallFiles.trust());
        assertThat(silent.has(Code.C2PA_INTACT)).isTrue();
        for (VerificationReport report : List.of(camera, silent)) {
            assertThat(report.has(Code.C2PA_SAYS_SYNTHETIC)).isFalse();
            assertThat(notice(report)).isEqualTo(Notice.NONE);
        }
    }

    @Test
    void ourOwnManifestWithoutTheLabelStillTellsOfItsRemoval() throws Exception {
        byte[] signed = SmallFiles.SIGNER
                .sign(new PngManifest(), Source.of(PICTURE), SmallFiles.JSON)
                .bytes();
        VerificationReport report = verify(signed, SmallFiles.trust());
        assertThat(report.findings().stream().filter(finding -> finding.code() == Code.C2PA_SAYS_SYNTHETIC))
                .hasSize(1);
        assertThat(report.has(Code.LABEL_REMOVED)).isTrue();
    }

    private static byte[] picture(String source) {
        try {
            return ForeignManifest.of(Assertion.actions("c2pa.actions", source)).in(new PngManifest(), PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.mingshi.labels;

import static io.mingshi.labels.PlatformDecision.Notice.IS;
import static io.mingshi.labels.PlatformDecision.Notice.MAY_BE;
import static io.mingshi.labels.PlatformDecision.Notice.NONE;
import static io.mingshi.labels.PlatformDecision.Notice.SUSPECTED;
import static io.mingshi.labels.PlatformDecision.Notice.UNDECIDED;
import static io.mingshi.labels.Samples.ID;
import static io.mingshi.labels.Samples.OTHER_PRODUCER;
import static io.mingshi.labels.Samples.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.container.Perceived;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of Labeling Measures article 6, row by row.
class PlatformDecisionTest {
    private static final AigcLabel SYNTHETIC = AigcLabel.generated(OTHER_PRODUCER, ID);
    private static final AigcLabel DECLARED = AigcLabel.ofUnknownProducer("2", OTHER_PRODUCER, "there-1");
    private static final AigcLabel SUSPECT = AigcLabel.ofUnknownProducer("3", OTHER_PRODUCER, "there-1");

    private static VerificationReport report(Optional<AigcLabel> label, Verdict verdict, Code... codes) {
        List<Finding> findings = Arrays.stream(codes)
                .map(code -> new Finding(Finding.Layer.METADATA, "file", code, ""))
                .toList();
        return new VerificationReport(
                verdict,
                Optional.of(MediaType.PNG),
                label,
                new Perceived.NotFound("edges"),
                OptionalLong.empty(),
                Optional.empty(),
                findings);
    }

    private static VerificationReport of(AigcLabel label, Code... codes) {
        return report(Optional.of(label), Verdict.COMPLIANT, codes);
    }

    private static VerificationReport unlabelled(Code... codes) {
        return report(Optional.empty(), Verdict.NOT_FOUND, codes);
    }

    private static PlatformDecision.Notice notice(VerificationReport report, boolean declared, boolean detected) {
        return PlatformDecision.of(report, declared, detected).notice();
    }

    @Test
    void metadataGoBeforeTheDeclarationAndThatBeforeDetection() {
        assertThat(notice(of(SYNTHETIC), false, false)).isEqualTo(IS);
        assertThat(notice(of(SYNTHETIC), true, true)).isEqualTo(IS);
        assertThat(notice(unlabelled(), true, true)).isEqualTo(MAY_BE);
        assertThat(notice(unlabelled(), false, true)).isEqualTo(SUSPECTED);
        assertThat(notice(unlabelled(), false, false)).isEqualTo(NONE);
    }

    @Test
    void aFileThatComesBackKeepsItsClassUnlessMoreIsKnown() {
        assertThat(notice(of(DECLARED), false, true)).isEqualTo(MAY_BE);
        assertThat(notice(of(SUSPECT), false, false)).isEqualTo(SUSPECTED);
        assertThat(notice(of(SUSPECT), true, false)).isEqualTo(MAY_BE);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPLICIT_FOUND", "WATERMARK_FOUND", "C2PA_SAYS_SYNTHETIC"})
    void anyTraceBesideTheMetadataMakesAFileSuspected(Code trace) {
        assertThat(notice(unlabelled(trace), false, false)).isEqualTo(SUSPECTED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "INVALID_PROVIDER_CODE",
                "SECURITY_DATA_BROKEN",
                "SECURITY_DATA_FOREIGN_KEY",
                "LABEL_REMOVED",
                "LAYERS_DISAGREE",
                "KNOWN_WORK_UNLABELLED",
                "UNKNOWN_WORK"
            })
    void aForgedOrRemovedLabelIsNotBelieved(Code sign) {
        PlatformDecision decision = PlatformDecision.of(of(SYNTHETIC, sign), false, false);
        assertThat(decision.notice()).isEqualTo(SUSPECTED);
        assertThat(decision.tampered()).isTrue();
        assertThat(decision.labelFor(of(SYNTHETIC, sign), PRODUCER, "here-1"))
                .contains(AigcLabel.ofUnknownProducer("3", PRODUCER, "here-1"));
    }

    @Test
    void aManifestOfACameraIsNoTrace() {
        assertThat(notice(unlabelled(Code.C2PA_TRUSTED), false, false)).isEqualTo(NONE);
    }

    @Test
    void aFileThatCannotBeReadWaitsForSomebodyToLook() {
        VerificationReport half = report(Optional.empty(), Verdict.INCONCLUSIVE, Code.DAMAGED);
        assertThat(notice(half, false, false)).isEqualTo(UNDECIDED);
        assertThat(notice(half, true, false)).isEqualTo(MAY_BE);
        assertThat(PlatformDecision.of(half, false, false).labelFor(half, PRODUCER, "here-1"))
                .isEmpty();
    }

    @Test
    void theProducersFieldsStayAndOursAreAdded() {
        AigcLabel spread = PlatformDecision.of(of(SYNTHETIC), false, false)
                .labelFor(of(SYNTHETIC), PRODUCER, "here-1")
                .orElseThrow();
        assertThat(spread).isEqualTo(SYNTHETIC.propagatedBy(PRODUCER, "here-1"));
        assertThat(spread.contentProducer()).isEqualTo(OTHER_PRODUCER.value());
        assertThat(spread.contentPropagator()).isEqualTo(PRODUCER.value());
    }

    @Test
    void aLabelThatCannotBeUnderstoodIsStillASign() {
        VerificationReport garbled =
                report(Optional.empty(), Verdict.NONCOMPLIANT, Code.LABEL_READ, Code.DUPLICATE_KEY);
        assertThat(notice(garbled, false, false)).isEqualTo(SUSPECTED);
        assertThat(notice(garbled, true, false)).isEqualTo(MAY_BE);
    }

    @Test
    void ofSeveralLabelsThatDifferNoneIsChosen() {
        VerificationReport several = of(SYNTHETIC, Code.MORE_THAN_ONE, Code.LABELS_DIFFER);
        assertThat(notice(several, true, false)).isEqualTo(UNDECIDED);
    }

    @Test
    void aNameOfTheProducerStaysAsItIs() {
        AigcLabel named = new AigcLabel("1", "某某科技 有限公司", "号\\1\"", "", "", "", "");
        AigcLabel spread = PlatformDecision.of(of(named), false, false)
                .labelFor(of(named), PRODUCER, "here-1")
                .orElseThrow();
        assertThat(AigcLabel.read(spread.toJson()).label()).contains(spread);
        assertThat(spread.contentProducer()).isEqualTo("某某科技 有限公司");
        AigcLabel nobody = new AigcLabel("1", "", "x", "", "", "", "");
        assertThat(notice(of(nobody, Code.PRODUCER_MISSING), false, false)).isEqualTo(SUSPECTED);
    }
}

package io.mingshi.labels;

import io.mingshi.labels.Finding.Code;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a platform that spreads a file tells its audience about it
/// ([LAB-6](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)), as a table.
///
/// | evidence, strongest first | notice | Label |
/// |---|---|---|
/// | a label that says `1` and shows no sign of forgery | IS | as it stands |
/// | the user declares the file as synthetic, or a label says `2` | MAY_BE | `2` |
/// | a label says `3`, was removed or forged, or cannot be understood; any other trace | SUSPECTED | `3` |
/// | several labels that differ; a file that cannot be read to its end | UNDECIDED | |
/// | none of these | NONE | |
///
/// Metadata go before the declaration, the declaration before detection; a file that comes back keeps its class unless
/// something stronger is known.
///
/// @param notice what to show around the content
/// @param label the `Label` value to write, empty where nothing is written
/// @param tampered whether a label was removed or forged, which is a case of its own
///     ([LAB-10](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm))
/// @param reason what decided, in one sentence
public record PlatformDecision(Notice notice, Optional<String> label, boolean tampered, String reason) {
    /// What the audience is told.
    public enum Notice {
        /// The content is synthetic (属于).
        IS,
        /// It may be (可能).
        MAY_BE,
        /// It is suspected to be (疑似).
        SUSPECTED,
        /// Nothing points to it; no notice and no change of the metadata.
        NONE,
        /// Somebody has to look before it is spread.
        UNDECIDED
    }

    /// What tells of a removed or forged label.
    private static final Set<Code> TAMPERED = EnumSet.of(
            Code.INVALID_PROVIDER_CODE,
            Code.SECURITY_DATA_BROKEN,
            Code.SECURITY_DATA_FOREIGN_KEY,
            Code.LABEL_REMOVED,
            Code.LAYERS_DISAGREE,
            Code.KNOWN_WORK_UNLABELLED,
            Code.UNKNOWN_WORK);

    /// What tells that there is a label, whether or not it can be understood.
    private static final Set<Code> LABELLED = EnumSet.of(Code.LABEL_READ, Code.ALTERNATIVE_PLACE, Code.MISPLACED);

    /// What tells of synthesis beside a metadata label.
    private static final Set<Code> TRACES =
            EnumSet.of(Code.EXPLICIT_FOUND, Code.WATERMARK_FOUND, Code.C2PA_SAYS_SYNTHETIC);

    /// The decision for a file.
    ///
    /// @param report what was read from it
    /// @param declared whether the user declares it as synthetic
    /// @param detected whether a detector of the platform found traces in the content
    public static PlatformDecision of(VerificationReport report, boolean declared, boolean detected) {
        if (report.has(Code.LABELS_DIFFER)) {
            return undecided("it carries several labels that differ, and to keep one would take away the others");
        }
        boolean tampered = TAMPERED.stream().anyMatch(report::has);
        String label = tampered ? "" : report.label().map(AigcLabel::label).orElse("");
        if (label.equals("1") && !report.has(Code.PRODUCER_MISSING)) {
            return new PlatformDecision(Notice.IS, Optional.of("1"), false, "the label in the metadata says so");
        }
        if (declared) {
            return new PlatformDecision(Notice.MAY_BE, Optional.of("2"), tampered, "the user declares it");
        }
        if (label.equals("2")) {
            return new PlatformDecision(
                    Notice.MAY_BE, Optional.of("2"), false, "the label in the metadata says that it was declared");
        }
        return withoutDeclaration(report, label, tampered, detected);
    }

    private static PlatformDecision withoutDeclaration(
            VerificationReport report, String label, boolean tampered, boolean detected) {
        if (tampered) {
            return suspected(true, "its label was removed or forged");
        }
        if (label.equals("1")) {
            return suspected(false, "its label names no producer");
        }
        if (report.label().isEmpty() && LABELLED.stream().anyMatch(report::has)) {
            return suspected(false, "its label cannot be understood");
        }
        if (label.equals("3")) {
            return suspected(false, "the label in the metadata says that it was suspected");
        }
        if (detected || TRACES.stream().anyMatch(report::has)) {
            return suspected(false, "traces of synthesis were found in the content");
        }
        return report.verdict() == Verdict.INCONCLUSIVE
                ? undecided("the file could not be read to its end")
                : new PlatformDecision(Notice.NONE, Optional.empty(), false, "nothing points to synthesis");
    }

    private static PlatformDecision undecided(String reason) {
        return new PlatformDecision(Notice.UNDECIDED, Optional.empty(), false, reason);
    }

    private static PlatformDecision suspected(boolean tampered, String reason) {
        return new PlatformDecision(Notice.SUSPECTED, Optional.of("3"), tampered, reason);
    }

    /// The label to write into the file that is spread: the producer's fields as they stand, ours as the propagator.
    ///
    /// @return empty where the metadata are left alone
    public Optional<AigcLabel> labelFor(VerificationReport report, ProviderCode propagator, String propagateId) {
        return label.map(value -> report.label()
                .filter(existing -> !tampered && existing.label().equals(value))
                .map(existing -> existing.propagatedBy(propagator, propagateId))
                .orElseGet(() -> AigcLabel.ofUnknownProducer(value, propagator, propagateId)));
    }
}

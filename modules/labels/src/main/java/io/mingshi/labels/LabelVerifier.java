package io.mingshi.labels;

import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.Finding.Layer;
import io.mingshi.labels.Finding.Weight;
import java.util.List;
import java.util.Optional;

/// Reads the labels of a file, its own or anybody's, and says how they stand to GB 45438-2025.
///
/// Never throws. What cannot be read to its end is INCONCLUSIVE and never "no label". The visible label of a
/// picture is not recognised: a report says that it was not checked. Safe for use by many threads.
public final class LabelVerifier {
    /// A verifier; it has no state.
    public LabelVerifier() {}

    /// The report on these bytes.
    public VerificationReport verify(byte[] content) {
        if (content.length > LabelEngine.MAX_BYTES) {
            Finding tooLarge = new Finding(
                    Layer.CONTAINER, "file", Code.TOO_LARGE, "at most " + LabelEngine.MAX_BYTES + " bytes are read");
            return new VerificationReport(Verdict.INCONCLUSIVE, Optional.empty(), Optional.empty(), List.of(tooLarge));
        }
        Optional<MediaType> type = MediaType.sniff(content);
        Inspection inspection = new Inspection();
        type.ifPresentOrElse(known -> inspection.inspect(known, content), inspection::unknownFormat);
        return new VerificationReport(verdict(inspection), type, inspection.label(), inspection.findings());
    }

    /// Doubt outweighs everything: half a file may hide a second label. A fault outweighs a label that was read.
    private static Verdict verdict(Inspection inspection) {
        List<Finding> findings = inspection.findings();
        if (has(findings, Weight.DOUBT)) {
            return Verdict.INCONCLUSIVE;
        }
        if (has(findings, Weight.FAULT)) {
            return Verdict.NONCOMPLIANT;
        }
        return inspection.sufficient() ? Verdict.COMPLIANT : Verdict.NOT_FOUND;
    }

    private static boolean has(List<Finding> findings, Weight weight) {
        return findings.stream().anyMatch(finding -> finding.code().weight() == weight);
    }
}

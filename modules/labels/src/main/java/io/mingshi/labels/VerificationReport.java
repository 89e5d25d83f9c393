package io.mingshi.labels;

import java.util.List;
import java.util.Optional;

/// The answer of [LabelVerifier]: a verdict and everything it rests on.
///
/// @param verdict what it comes to
/// @param type the format, if it is a known one
/// @param label the AIGC object, if one could be read; also of a file that is not compliant
/// @param findings what was seen, in the order of reading
public record VerificationReport(
        Verdict verdict, Optional<MediaType> type, Optional<AigcLabel> label, List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /// Whether something of this code was seen.
    public boolean has(Finding.Code code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}

package io.mingshi.labels;

import io.mingshi.labels.container.Perceived;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The answer of [LabelVerifier]: a verdict and everything it rests on.
///
/// @param verdict what it comes to
/// @param type the format, if it is a known one
/// @param label the AIGC object, if one could be read; also of a file that is not compliant
/// @param explicit what could be told of the explicit label
/// @param watermark the number hidden in the content, if one was found with the reader's key
/// @param pixels SHA-256 over width, height and pixels of a picture that was decoded, as 64 hexadecimal digits
/// @param findings what was seen, in the order of reading
public record VerificationReport(
        Verdict verdict,
        Optional<MediaType> type,
        Optional<AigcLabel> label,
        Perceived explicit,
        OptionalLong watermark,
        Optional<String> pixels,
        List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /// Whether something of this code was seen.
    public boolean has(Finding.Code code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}

package io.mingshi.labels;

import io.mingshi.labels.Finding.Weight;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads the labels of a file, its own or anybody's, and says how they stand to GB 45438-2025.
///
/// Bytes of any kind are answered. What cannot be read to its end is INCONCLUSIVE and never "no label". Safe for use by
/// many threads.
public final class LabelVerifier {
    private final VerifyOptions options;

    /// A reader who knows nothing but the standard.
    public LabelVerifier() {
        this(VerifyOptions.PUBLIC);
    }

    /// A reader who knows more: keys, certificates, works.
    public LabelVerifier(VerifyOptions options) {
        this.options = options;
    }

    /// The report on these bytes.
    public VerificationReport verify(byte[] content) {
        try {
            return verify(Source.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException("files needed to read the content could not be written", e);
        }
    }

    /// The report on a file.
    ///
    /// @throws IOException if the disk fails, whatever the file holds
    public VerificationReport verify(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return verify(Source.of(channel));
        }
    }

    /// The report on a file.
    ///
    /// @throws IOException if the source fails, whatever the file holds
    public VerificationReport verify(Source file) throws IOException {
        Optional<MediaType> type = MediaType.sniff(file);
        return type.isPresent() ? verify(type.get(), file) : unknown();
    }

    /// The report on a file of this type, which its bytes may not show: Markdown without front matter is plain text.
    VerificationReport verify(MediaType type, Source file) throws IOException {
        Inspection inspection = new Inspection(type, options);
        inspection.inspect(file);
        return inspection.report(verdict(inspection.findings(), inspection.sufficient()));
    }

    private static VerificationReport unknown() {
        Finding unknown = new Finding(
                Finding.Layer.CONTAINER,
                "file",
                Finding.Code.UNKNOWN_FORMAT,
                "text in UTF-8, documents, pictures, sound and films of the usual formats are read");
        return new VerificationReport(
                Verdict.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                new Perceived.NotChecked("the format is not known here"),
                OptionalLong.empty(),
                Optional.empty(),
                List.of(unknown));
    }

    /// Doubt outweighs everything: half a file may hide a second label. A fault outweighs a label that was read.
    private static Verdict verdict(List<Finding> findings, boolean sufficient) {
        if (has(findings, Weight.DOUBT)) {
            return Verdict.INCONCLUSIVE;
        }
        if (has(findings, Weight.FAULT)) {
            return Verdict.NONCOMPLIANT;
        }
        return sufficient ? Verdict.COMPLIANT : Verdict.NOT_FOUND;
    }

    private static boolean has(List<Finding> findings, Weight weight) {
        return findings.stream().anyMatch(finding -> finding.code().weight() == weight);
    }
}

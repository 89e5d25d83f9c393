package io.mingshi.labeling;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.Finding;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.container.Perceived;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Verifies the labels of a file, its own or anybody's, and explains each finding.
///
/// The reading half of Labeling Measures art. 6.
/// [LAB-6](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class VerifyFile {
    private final Knowledge knowledge;
    private final Desk desk;

    VerifyFile(Knowledge knowledge, Desk desk) {
        this.knowledge = knowledge;
        this.desk = desk;
    }

    /// Reads the file and keeps nothing.
    ///
    /// @throws io.mingshi.contracts.ProblemException `FILE_NEEDED`, `FILE_TOO_LARGE`, `TOO_MANY_VERIFICATIONS`
    public FileReport verify(Path file) throws IOException {
        return desk.forAnybody(file, taken -> explain(knowledge.reader().verify(taken), Making.sha256(taken)));
    }

    /// The same report for people.
    FileReport explain(VerificationReport seen, String sha256) {
        Optional<Producer> producer = seen.label().map(label -> Producer.of(label, knowledge.ownCode()));
        return new FileReport(
                seen.verdict(),
                Sentences.of(seen.verdict()),
                seen.type().map(MediaType::mimeType).orElse(null),
                seen.label().map(label -> view(label, producer)).orElse(null),
                producer.orElse(null),
                boxOf(seen.explicit()).orElse(null),
                seen.findings().stream().map(VerifyFile::explain).toList(),
                sha256);
    }

    private static Optional<Perceived.Box> boxOf(Perceived explicit) {
        return explicit instanceof Perceived.Found found ? found.box() : Optional.empty();
    }

    private static FileReport.Label view(AigcLabel label, Optional<Producer> producer) {
        return new FileReport.Label(
                label.label(),
                producer.map(Producer::value).orElse(label.contentProducer()),
                label.produceId(),
                label.reservedCode1(),
                Producer.masked(label.contentPropagator()),
                label.propagateId(),
                label.reservedCode2());
    }

    private static FileReport.Seen explain(Finding finding) {
        return new FileReport.Seen(
                finding.layer(),
                Sentences.of(finding.layer()),
                finding.location(),
                finding.code(),
                finding.code().weight(),
                Sentences.of(finding.code()),
                finding.wants());
    }
}

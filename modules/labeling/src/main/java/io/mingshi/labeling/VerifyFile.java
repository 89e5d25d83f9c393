package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.FILE_NEEDED;
import static io.mingshi.labeling.LabelingProblem.FILE_TOO_LARGE;
import static io.mingshi.labeling.LabelingProblem.TOO_MANY_VERIFICATIONS;

import io.mingshi.contracts.Sha256;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.Finding;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Verifies the labels of a file, its own or anybody's, and explains each finding.
///
/// The reading half of Labeling Measures art. 6.
/// [LAB-6](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class VerifyFile {
    /// The largest file that is accepted, in bytes.
    public static final int MAX_FILE = 32 << 20;

    /// How many files one process verifies at the same time: each is held in memory.
    private static final int AT_ONCE = 4;

    private final LabelVerifier verifier = new LabelVerifier();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Optional<String> ownCode;

    VerifyFile(@ConfigProperty(name = "mingshi.provider-code") Optional<String> ownCode) {
        this.ownCode = ownCode;
    }

    /// Reads the file from the stream, at most [#MAX_FILE] bytes of it, and keeps nothing.
    ///
    /// @throws io.mingshi.contracts.ProblemException `FILE_NEEDED`, `FILE_TOO_LARGE`, `TOO_MANY_VERIFICATIONS`
    public FileReport verify(InputStream file) throws IOException {
        if (!free.tryAcquire()) {
            throw TOO_MANY_VERIFICATIONS.with(
                    "this service verifies " + AT_ONCE + " files at once: send the file again in a few seconds");
        }
        try {
            byte[] content = file.readNBytes(MAX_FILE + 1);
            requireSize(content.length);
            return report(content);
        } finally {
            free.release();
        }
    }

    private static void requireSize(int bytes) {
        if (bytes == 0) {
            throw FILE_NEEDED.with("send the file as the multipart field file, or as the body of the request");
        }
        if (bytes > MAX_FILE) {
            throw FILE_TOO_LARGE.with("at most " + MAX_FILE + " bytes are accepted: use the verify command on your own"
                    + " machine for larger files");
        }
    }

    private FileReport report(byte[] content) {
        var seen = verifier.verify(content);
        Optional<Producer> producer = seen.label().map(label -> Producer.of(label, ownCode));
        return new FileReport(
                seen.verdict(),
                Sentences.of(seen.verdict()),
                seen.type().map(MediaType::mimeType).orElse(null),
                seen.label().map(label -> view(label, producer)).orElse(null),
                producer.orElse(null),
                seen.findings().stream().map(VerifyFile::explain).toList(),
                Sha256.of(content));
    }

    private static FileReport.Label view(AigcLabel label, Optional<Producer> producer) {
        return new FileReport.Label(
                label.label(),
                producer.map(Producer::value).orElse(label.contentProducer()),
                label.produceId(),
                label.reservedCode1(),
                label.contentPropagator(),
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

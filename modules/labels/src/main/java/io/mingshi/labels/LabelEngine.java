package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.READ_BACK_FAILED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.document.Notice;
import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Labels content: watermark, explicit label, encoding, AIGC metadata, C2PA manifest, then everything is read back.
///
/// The order cannot be changed by the caller, and a labelled file comes out only if the reading succeeded
/// ([LAB-4, LAB-5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)). Safe for use by many threads.
public final class LabelEngine {
    /// The most bytes of content that is given and taken in memory, since it is held there several times: 64 MiB. Files
    /// may be larger.
    public static final int MAX_BYTES = 64 << 20;

    private final ProviderCode producer;

    /// An engine that labels in the name of this provider, who is the one offering the service, not the vendor of the
    /// model.
    public LabelEngine(ProviderCode producer) {
        this.producer = producer;
    }

    /// The provider in whose name this engine labels.
    public ProviderCode producer() {
        return producer;
    }

    /// The two labels that the law asks for, for content that this provider generated under this number.
    ///
    /// @param produceId this provider's number for the content: printable ASCII, no space, no backslash
    public LabelRequest request(String produceId) {
        return LabelRequest.of(AigcLabel.generated(producer, produceId));
    }

    /// Labels content in memory. A metadata label that is already there is replaced, so that exactly one remains.
    ///
    /// @param produceId as in [#request]
    /// @throws LabelException if it cannot be labelled, or does not show its label when read again
    public LabeledContent label(MediaType type, byte[] content, String produceId) {
        return label(type, content, request(produceId));
    }

    /// Labels content in memory, with the labels asked for.
    public LabeledContent label(MediaType type, byte[] content, LabelRequest request) {
        if (content.length > MAX_BYTES) {
            throw TOO_LARGE.with("the content has " + content.length + " bytes; at most " + MAX_BYTES
                    + " are labelled in memory: label it as a file");
        }
        try (Workspace workspace = Workspace.temporary()) {
            Labelling labelling = new Labelling(type, request, workspace);
            byte[] labelled = labelling.write(Source.of(content)).bytes();
            labelling.readBack(Source.of(labelled));
            return new LabeledContent(type, labelled, labelling.label());
        } catch (IOException e) {
            throw new UncheckedIOException("files needed to label the content could not be written", e);
        }
    }

    /// Labels a file of any size. The target appears under its name, complete and read back, or not at all.
    ///
    /// @param content the file, which is only read
    /// @throws LabelException if it cannot be labelled, or does not show its label when read again
    /// @throws IOException if it cannot be read, or the target not be written
    public LabelReceipt label(MediaType type, Source content, LabelRequest request, Sink target) throws IOException {
        try (Workspace workspace = target.workspace()) {
            Labelling labelling = new Labelling(type, request, workspace);
            Path finished = workspace.written(labelling.write(content), type.ending());
            VerificationReport report = labelling.readBack(workspace.open(finished));
            long size = Files.size(finished);
            target.accept(finished);
            return new LabelReceipt(type, size, labelling.label(), report);
        }
    }

    /// The line to send before the first piece of a streamed text, with the line breaks that set it apart.
    public String textNotice() {
        return Notice.START + "\n\n";
    }

    /// Accepts a text that was sent piece by piece and began with [#textNotice()].
    ///
    /// @throws LabelException READ_BACK_FAILED if the notice was not what was sent first
    public LabeledContent labelStreamed(String wholeTextAsSentIncludingNotice, String produceId) {
        AigcLabel label = AigcLabel.generated(producer, produceId);
        if (!wholeTextAsSentIncludingNotice.startsWith(textNotice())) {
            throw READ_BACK_FAILED.with(
                    "the text that was sent does not begin with the notice; it must not be kept as labelled");
        }
        return new LabeledContent(
                MediaType.TEXT, wholeTextAsSentIncludingNotice.getBytes(StandardCharsets.UTF_8), label);
    }
}

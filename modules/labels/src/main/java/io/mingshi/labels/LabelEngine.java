package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.READ_BACK_FAILED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Labels content that this provider generated: explicit label, then encoding, then the AIGC metadata, then everything
/// is read back.
///
/// The order cannot be changed by the caller, and a [LabeledContent] comes out only if the reading succeeded
/// ([LAB-4, LAB-5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)). Safe for use by many threads.
public final class LabelEngine {
    /// The most bytes accepted, since content is held in memory several times while it is labelled: 64 MiB.
    public static final int MAX_BYTES = 64 << 20;

    private final ProviderCode producer;
    private final LabelVerifier verifier = new LabelVerifier();

    /// An engine that labels in the name of this provider, who is the one offering the service, not the vendor of the
    /// model.
    public LabelEngine(ProviderCode producer) {
        this.producer = producer;
    }

    /// The provider in whose name this engine labels.
    public ProviderCode producer() {
        return producer;
    }

    /// Labels the content. A metadata label that is already there is replaced, so that exactly one remains.
    ///
    /// @param produceId this provider's number for the content: printable ASCII, no space, no backslash
    /// @throws LabelException if it cannot be labelled, or does not show its label when read again
    public LabeledContent label(MediaType type, byte[] content, String produceId) {
        AigcLabel label = AigcLabel.generated(producer, produceId);
        if (content.length > MAX_BYTES) {
            throw TOO_LARGE.with(
                    "the content has " + content.length + " bytes; at most " + MAX_BYTES + " can be labelled");
        }
        Optional<MediaType> seen = MediaType.sniff(content);
        if (seen.isPresent() && seen.get() != type && type != MediaType.TEXT) {
            throw MALFORMED.with("the content was given as " + type + " and is " + seen.get());
        }
        FormatLabeler labeler = FormatLabeler.of(type);
        return readBack(labeler, labeler.write(content, label), label);
    }

    /// The line to send before the first piece of a streamed text, with the line breaks that set it apart.
    public String textNotice() {
        return TextLabeler.NOTICE;
    }

    /// Accepts a text that was sent piece by piece and began with [#textNotice()].
    ///
    /// @throws LabelException READ_BACK_FAILED if the notice was not what was sent first
    public LabeledContent labelStreamed(String wholeTextAsSentIncludingNotice, String produceId) {
        AigcLabel label = AigcLabel.generated(producer, produceId);
        byte[] sent = wholeTextAsSentIncludingNotice.getBytes(StandardCharsets.UTF_8);
        return readBack(FormatLabeler.of(MediaType.TEXT), sent, label);
    }

    private LabeledContent readBack(FormatLabeler labeler, byte[] labelled, AigcLabel label) {
        VerificationReport report = verifier.verify(labelled);
        boolean metadataAsWritten = labeler.type() == MediaType.TEXT
                || report.label().filter(label::equals).isPresent();
        if (report.verdict() != Verdict.COMPLIANT
                || report.type().filter(labeler.type()::equals).isEmpty()
                || !metadataAsWritten) {
            throw READ_BACK_FAILED.with("the labelled content reads as " + report.verdict() + " " + report.findings()
                    + "; it must not be delivered");
        }
        labeler.explicitFlaw(labelled).ifPresent(flaw -> {
            throw READ_BACK_FAILED.with(
                    "the explicit label of the labelled content " + flaw + "; it must not be delivered");
        });
        return new LabeledContent(labeler.type(), labelled, label);
    }
}

package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.NO_ROOM_FOR_WATERMARK;
import static io.mingshi.labels.LabelException.Code.READ_BACK_FAILED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.c2pa.ManifestSigner;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.securitydata.LabelMessage;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.IOException;
import java.util.Optional;

/// One file being labelled: the steps in their order, and the reading of the result.
final class Labelling {
    private final MediaType type;
    private final LabelRequest request;
    private final AigcLabel label;
    private final Format format;
    private final Perception perception;

    Labelling(MediaType type, LabelRequest request, Workspace workspace) {
        this.type = type;
        this.request = request;
        this.label = request.labelSigner()
                .map(signer -> request.label().withReservedCode1(signer.sign(message(request.label()))))
                .orElse(request.label());
        this.format = Format.of(type);
        this.perception = new Perception(type, workspace);
    }

    /// The label as it goes into the file, signed if that was asked for.
    AigcLabel label() {
        return label;
    }

    private static String message(AigcLabel label) {
        return new LabelMessage(label.label(), label.contentProducer(), label.produceId()).text();
    }

    /// The file with all its labels, not yet read back.
    Source write(Source content) throws IOException {
        requireType(content);
        Source perceptible = perception.edit(content, request);
        Source described = format.container().isPresent()
                ? format.container().get().label(perceptible, label.toJson())
                : perceptible;
        Optional<ManifestSigner> signer = request.manifest();
        return signer.isPresent() ? signer.get().sign(host(), described, label.toJson()) : described;
    }

    private ManifestHost host() {
        return format.manifests()
                .orElseThrow(() -> UNSUPPORTED.with(
                        "C2PA has no place for a manifest in " + type + "; label the file without one"));
    }

    /// Among texts the giver decides, since Markdown, pieces of pages and plain text may look alike.
    private void requireType(Source content) throws IOException {
        Optional<MediaType> seen = MediaType.sniff(content);
        boolean text = type.kind() == MediaType.Kind.TEXT;
        boolean fits = text
                ? seen.map(MediaType::kind).filter(MediaType.Kind.TEXT::equals).isPresent() || seen.isEmpty()
                : seen.filter(type::equals).isPresent();
        if (!fits) {
            throw MALFORMED.with("the content was given as " + type + " and is "
                    + seen.map(MediaType::name).orElse("of a format that is not known here"));
        }
    }

    /// Reads the finished file as a stranger would, and refuses it unless every label that was asked for is there.
    VerificationReport readBack(Source labelled) throws IOException {
        VerifyOptions options =
                request.watermark().map(VerifyOptions.PUBLIC::with).orElse(VerifyOptions.PUBLIC);
        VerificationReport report =
                new LabelVerifier(options.with(VerifyOptions.Effort.STRUCTURE)).verify(type, labelled);
        boolean compliant = report.verdict() == Verdict.COMPLIANT
                || (type == MediaType.TEXT && request.explicit().none() && report.verdict() == Verdict.NOT_FOUND);
        boolean asWritten = format.container().isEmpty()
                || report.label().filter(label::equals).isPresent();
        if (!compliant || !asWritten) {
            throw failed("reads as " + report.verdict() + " " + report.findings());
        }
        if (request.manifest().isPresent() && !report.has(Finding.Code.C2PA_SAYS_SYNTHETIC)) {
            throw failed("does not show an intact C2PA manifest: " + report.findings());
        }
        perception.flaw(labelled, request).ifPresent(flaw -> {
            throw failed(flaw);
        });
        if (!perception.showsWatermark(labelled, request)) {
            throw NO_ROOM_FOR_WATERMARK.with("the content is too small or too even for a watermark that is found again;"
                    + " label it without one");
        }
        return report;
    }

    private static LabelException failed(String sentence) {
        return READ_BACK_FAILED.with("the labelled content " + sentence + "; it must not be delivered");
    }
}

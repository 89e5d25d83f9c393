package io.mingshi.labels;

import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.Finding.Layer;
import io.mingshi.labels.c2pa.ManifestReader;
import io.mingshi.labels.c2pa.ManifestReport;
import io.mingshi.labels.securitydata.LabelMessage;
import io.mingshi.labels.securitydata.SecurityData;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import java.util.Optional;

/// Holds the layers of a file against each other and against what the reader knows: signature, watermark, manifest,
/// own works.
final class CrossChecks {
    private final VerifyOptions options;
    private final Notes notes;

    /// Takes what was seen.
    interface Notes {
        void add(Layer layer, String location, Code code, String wants);
    }

    CrossChecks(VerifyOptions options, Notes notes) {
        this.options = options;
        this.notes = notes;
    }

    void check(Format format, Source file, Optional<AigcLabel> label, Perception.Seen seen) throws IOException {
        label.ifPresent(this::signature);
        watermark(label, seen);
        if (format.manifests().isPresent()) {
            manifest(ManifestReader.check(format.manifests().get(), file, options.manifests()), label);
        }
        options.works().ifPresent(works -> works(works, label, seen));
    }

    private void signature(AigcLabel label) {
        LabelMessage message = new LabelMessage(label.label(), label.contentProducer(), label.produceId());
        switch (SecurityData.check(message, label.reservedCode1(), options.producers())) {
            case SecurityData.None _ -> {}
            case SecurityData.Unknown unknown ->
                notes.add(Layer.SECURITY_DATA, "ReservedCode1", Code.SECURITY_DATA_UNKNOWN, unknown.form());
            case SecurityData.Intact _ -> signature(Code.SECURITY_DATA_INTACT);
            case SecurityData.Trusted _ -> signature(Code.SECURITY_DATA_TRUSTED);
            case SecurityData.Broken _ -> signature(Code.SECURITY_DATA_BROKEN);
            case SecurityData.ForeignKey _ -> signature(Code.SECURITY_DATA_FOREIGN_KEY);
        }
    }

    private void signature(Code code) {
        notes.add(Layer.SECURITY_DATA, "ReservedCode1", code, Wants.of(code));
    }

    /// The number in the watermark follows from producer and ProduceID, so that it tells whether a label is its own.
    private void watermark(Optional<AigcLabel> label, Perception.Seen seen) {
        Optional<WatermarkKey> key = options.watermark();
        if (key.isEmpty() || !seen.searched()) {
            add(Layer.WATERMARK, Code.WATERMARK_NOT_CHECKED);
            return;
        }
        if (seen.watermark().isEmpty()) {
            add(Layer.WATERMARK, Code.WATERMARK_NOT_FOUND);
            return;
        }
        add(Layer.WATERMARK, Code.WATERMARK_FOUND);
        if (label.isEmpty()) {
            add(Layer.METADATA, Code.LABEL_REMOVED);
        } else if (key.get().idOf(label.get().contentProducer(), label.get().produceId())
                != seen.watermark().getAsLong()) {
            add(Layer.WATERMARK, Code.LAYERS_DISAGREE);
        }
    }

    private void manifest(ManifestReport report, Optional<AigcLabel> label) {
        switch (report) {
            case ManifestReport.Absent _ -> {}
            case ManifestReport.Unread unread -> notes.add(Layer.C2PA, "manifest", Code.C2PA_UNREAD, unread.reason());
            case ManifestReport.Broken broken -> notes.add(Layer.C2PA, "manifest", Code.C2PA_BROKEN, broken.reason());
            case ManifestReport.Intact intact -> {
                notes.add(Layer.C2PA, "manifest", Code.C2PA_INTACT, intact.signer() + "; " + intact.untrusted());
                statements(intact.synthetic(), intact.aigc(), label);
            }
            case ManifestReport.Trusted trusted -> {
                notes.add(Layer.C2PA, "manifest", Code.C2PA_TRUSTED, trusted.signer());
                statements(trusted.synthetic(), trusted.aigc(), label);
            }
        }
    }

    /// Manifests of others tell of synthesis by their actions alone, which asks for no label in the metadata.
    private void statements(boolean synthetic, Optional<String> json, Optional<AigcLabel> label) {
        Optional<AigcLabel> asserted = json.flatMap(text -> AigcLabel.read(text).label());
        if (synthetic || asserted.isPresent()) {
            add(Layer.C2PA, Code.C2PA_SAYS_SYNTHETIC);
        }
        asserted.ifPresent(inManifest -> assertion(inManifest, label));
    }

    /// The AIGC object in the manifest and the one in the metadata were written together.
    private void assertion(AigcLabel asserted, Optional<AigcLabel> label) {
        if (label.isEmpty()) {
            add(Layer.METADATA, Code.LABEL_REMOVED);
        } else if (!names(asserted).equals(names(label.get()))) {
            add(Layer.C2PA, Code.LAYERS_DISAGREE);
        }
    }

    private static String names(AigcLabel label) {
        return label.contentProducer() + " " + label.produceId();
    }

    private void works(KnownWorks works, Optional<AigcLabel> label, Perception.Seen seen) {
        if (label.isPresent()) {
            boolean own = works.isOwn(label.get().contentProducer());
            if (own && !works.hasProduced(label.get().produceId())) {
                add(Layer.METADATA, Code.UNKNOWN_WORK);
            }
            return;
        }
        boolean known = seen.watermark().isPresent()
                && works.byWatermark(seen.watermark().getAsLong()).isPresent();
        if (known || seen.pixels().flatMap(works::byPixels).isPresent()) {
            add(Layer.METADATA, Code.KNOWN_WORK_UNLABELLED);
        }
    }

    private void add(Layer layer, Code code) {
        notes.add(layer, layer == Layer.METADATA ? "file" : "content", code, Wants.of(code));
    }
}

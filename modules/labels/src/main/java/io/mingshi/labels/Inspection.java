package io.mingshi.labels;

import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.Finding.Layer;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One reading of one file, collecting findings layer by layer.
final class Inspection {
    private final MediaType type;
    private final Format format;
    private final VerifyOptions options;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<AigcLabel> label = Optional.empty();
    private Perception.Seen seen = Perception.Seen.NOTHING;

    Inspection(MediaType type, VerifyOptions options) {
        this.type = type;
        this.format = Format.of(type);
        this.options = options;
    }

    void inspect(Source file) throws IOException {
        boolean sound = true;
        if (format.container().isPresent()) {
            Sightings sightings = format.container().get().read(file);
            metadata(sightings);
            sound = sightings.flaws().isEmpty();
        }
        if (sound) {
            perceive(file);
        }
        new CrossChecks(options, this::add).check(format, file, label, seen);
    }

    /// Whether the label that this kind of content must carry was read: for plain text the notice, since it has no file
    /// metadata.
    boolean sufficient() {
        return type == MediaType.TEXT ? seen.explicit() instanceof Perceived.Found : label.isPresent();
    }

    List<Finding> findings() {
        return findings;
    }

    VerificationReport report(Verdict verdict) {
        return new VerificationReport(
                verdict, Optional.of(type), label, seen.explicit(), seen.watermark(), seen.pixels(), findings);
    }

    /// Of several labels the one that says most counts: "1" before "2" before "3".
    private void metadata(Sightings sightings) {
        List<AigcLabel> read = new ArrayList<>();
        for (LabelSite site : sightings.sites()) {
            place(site);
            AigcLabel.Reading reading = AigcLabel.read(site.text());
            reading.notes().forEach(note -> add(Layer.METADATA, site.location(), note, Wants.of(note)));
            reading.label().ifPresent(read::add);
        }
        label = read.stream().min(Comparator.comparing(AigcLabel::label));
        if (Set.copyOf(read).size() > 1) {
            add(Layer.METADATA, "file", Code.LABELS_DIFFER, Wants.of(Code.LABELS_DIFFER));
        }
        if (sightings.sites().size() > 1) {
            add(Layer.METADATA, "file", Code.MORE_THAN_ONE, Wants.of(Code.MORE_THAN_ONE));
        }
        sightings.flaws().forEach(flaw -> add(Layer.CONTAINER, "file", Code.DAMAGED, flaw));
        sightings.unread().forEach(part -> add(Layer.CONTAINER, "file", Code.UNREAD, part));
    }

    private void place(LabelSite site) {
        Code code = switch (site.place()) {
            case PRESCRIBED -> Code.LABEL_READ;
            case ALTERNATIVE -> Code.ALTERNATIVE_PLACE;
            case MISPLACED -> Code.MISPLACED;
        };
        add(Layer.METADATA, site.location(), code, Wants.of(code));
    }

    private void perceive(Source file) throws IOException {
        try (Workspace workspace = Workspace.temporary()) {
            seen = new Perception(type, workspace).look(file, options);
        }
        String wants = Wants.explicit(type);
        switch (seen.explicit()) {
            case Perceived.Found found -> {
                add(Layer.EXPLICIT, found.where(), Code.EXPLICIT_FOUND, wants);
                boolean needsMetadata = format.container().isPresent() && label.isEmpty();
                if (needsMetadata) {
                    add(Layer.METADATA, "file", Code.METADATA_MISSING, Wants.of(Code.METADATA_MISSING));
                }
            }
            case Perceived.NotFound missing -> add(Layer.EXPLICIT, missing.where(), Code.EXPLICIT_NOT_FOUND, wants);
            case Perceived.NotChecked unknown -> {
                add(Layer.EXPLICIT, "content", Code.EXPLICIT_NOT_CHECKED, unknown.why());
                // The notice is the only label that plain text has.
                if (type == MediaType.TEXT) {
                    add(Layer.CONTAINER, "file", Code.UNREAD, unknown.why());
                }
            }
        }
    }

    private void add(Layer layer, String location, Code code, String wants) {
        findings.add(new Finding(layer, location, code, wants));
    }
}

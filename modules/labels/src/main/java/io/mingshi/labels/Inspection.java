package io.mingshi.labels;

import io.mingshi.labels.Finding.Code;
import io.mingshi.labels.Finding.Layer;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.audio.WavFile;
import io.mingshi.labels.container.image.JpegFile;
import io.mingshi.labels.container.image.PngFile;
import io.mingshi.labels.document.TextNotices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One reading of one file, collecting findings.
final class Inspection {
    private final List<Finding> findings = new ArrayList<>();
    private Optional<AigcLabel> label = Optional.empty();
    private boolean explicitLabel;
    private boolean text;

    void inspect(MediaType type, byte[] content) {
        switch (type) {
            case TEXT -> text(content);
            case PNG -> picture(PngFile.parse(content).sightings());
            case JPEG -> picture(JpegFile.parse(content).sightings());
            case WAV -> sound(WavFile.parse(content));
            case MARKDOWN,
                    HTML,
                    JSON,
                    PDF,
                    DOCX,
                    XLSX,
                    PPTX,
                    WEBP,
                    GIF,
                    TIFF,
                    HEIF,
                    AVIF,
                    MP3,
                    FLAC,
                    OGG,
                    M4A,
                    MP4,
                    MOV,
                    MKV,
                    WEBM,
                    FLV,
                    AVI -> unknownFormat();
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<AigcLabel> label() {
        return label;
    }

    /// Whether the label that this kind of content must carry was read: for text the notice, since it has no file
    /// metadata.
    boolean sufficient() {
        return text ? explicitLabel : label.isPresent();
    }

    void unknownFormat() {
        add(Layer.CONTAINER, "file", Code.UNKNOWN_FORMAT, "text in UTF-8, PNG, JPEG and WAV are read");
    }

    private void text(byte[] content) {
        text = true;
        Optional<String> notice = MediaType.utf8(content).flatMap(TextNotices::find);
        explicitLabel = notice.isPresent();
        if (explicitLabel) {
            add(Layer.EXPLICIT, notice.get(), Code.EXPLICIT_FOUND, "a notice with an AI and a generation element");
        } else {
            add(
                    Layer.EXPLICIT,
                    "start and end",
                    Code.EXPLICIT_NOT_FOUND,
                    "GB 45438 5.1 wants a notice at the start, at the end or at a suitable place between");
        }
    }

    private void picture(Sightings sightings) {
        metadata(sightings);
        add(
                Layer.EXPLICIT,
                "picture",
                Code.EXPLICIT_NOT_CHECKED,
                "GB 45438 5.2 wants text of at least 5 % of the shortest side at an edge or corner; look at the picture");
    }

    private void sound(WavFile wav) {
        metadata(wav.sightings());
        explicitLabel = WavSound.of(wav).filter(WavSound::hasRhythmPrompt).isPresent();
        if (!explicitLabel) {
            add(
                    Layer.EXPLICIT,
                    "first and last seconds",
                    Code.EXPLICIT_NOT_FOUND,
                    "GB 45438 5.3 wants the rhythm short-long, short-short or a spoken notice; speech is not recognised here");
            return;
        }
        add(Layer.EXPLICIT, "first or last seconds", Code.EXPLICIT_FOUND, "the rhythm short-long, short-short");
        if (wav.sightings().sites().isEmpty()) {
            add(Layer.METADATA, "file", Code.METADATA_MISSING, "GB 45438 6.1 wants the label in the file metadata too");
        }
    }

    private void metadata(Sightings sightings) {
        for (LabelSite site : sightings.sites()) {
            place(site);
            AigcLabel.Reading reading = AigcLabel.read(site.text());
            reading.notes().forEach(note -> add(Layer.METADATA, site.location(), note, Wants.of(note)));
            label = label.or(reading::label);
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

    private void add(Layer layer, String location, Code code, String wants) {
        findings.add(new Finding(layer, location, code, wants));
    }
}

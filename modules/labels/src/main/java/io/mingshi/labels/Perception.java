package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.VerifyOptions.Effort;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.document.DocumentEditor;
import io.mingshi.labels.image.MarkFinder;
import io.mingshi.labels.image.PictureEditor;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.labels.media.FilmEditor;
import io.mingshi.labels.media.SearchedSound;
import io.mingshi.labels.media.SoundEditor;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.picture.FilmWatermark;
import io.mingshi.labels.watermark.picture.PictureWatermark;
import io.mingshi.labels.watermark.sound.SoundWatermark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// What people perceive of a file, and what is hidden there: puts explicit label and watermark into it, and finds them.
final class Perception {
    /// A watermark is repeated all along; this much of a sound or film is searched for it.
    private static final int SEARCHED_SECONDS = 60;

    /// Each look for a watermark in a film is a chance to be wrong and takes time; one after five seconds of film.
    private static final int FRAMES_A_LOOK = 125;

    private static final MarkFinder MARKS = new MarkFinder();

    private final MediaType type;
    private final Workspace workspace;
    private final SoundEditor sounds = new SoundEditor(FfmpegProgram::find);
    private final FilmEditor films = new FilmEditor(FfmpegProgram::find);
    private final DocumentEditor documents = new DocumentEditor();
    private final PictureEditor pictures = new PictureEditor();

    /// What was found in a file.
    ///
    /// @param searched whether a watermark was looked for
    record Seen(Perceived explicit, boolean searched, OptionalLong watermark, Optional<String> pixels) {
        static final Seen NOTHING = new Seen(
                new Perceived.NotChecked("the file is damaged"), false, OptionalLong.empty(), Optional.empty());

        static Seen unsearched(Perceived explicit) {
            return new Seen(explicit, false, OptionalLong.empty(), Optional.empty());
        }
    }

    Perception(MediaType type, Workspace workspace) {
        this.type = type;
        this.workspace = workspace;
    }

    /// The content with watermark and explicit label, as far as they are wanted.
    Source edit(Source content, LabelRequest request) throws IOException {
        ExplicitPolicy policy = request.explicit();
        Optional<WatermarkKey> key = request.watermark();
        if (policy.none() && key.isEmpty()) {
            return content;
        }
        long id = key.map(k -> idOf(k, request.label())).orElse(0L);
        return switch (type.kind()) {
            case TEXT, DOCUMENT -> document(content, policy, key);
            case IMAGE ->
                pictures.edit(type, content, policy, key.map(k -> picture -> PictureWatermark.embed(picture, k, id)));
            case AUDIO ->
                sounds.edit(
                        type,
                        content,
                        policy,
                        key.map(k -> (channels, rate) -> SoundWatermark.embedder(k, id, channels, rate)),
                        workspace);
            case VIDEO -> films.edit(type, content, policy, key.map(k -> FilmWatermark.embedder(k, id)), workspace);
        };
    }

    private static long idOf(WatermarkKey key, AigcLabel label) {
        return key.idOf(label.contentProducer(), label.produceId());
    }

    private Source document(Source content, ExplicitPolicy policy, Optional<WatermarkKey> key) throws IOException {
        if (key.isPresent()) {
            throw UNSUPPORTED.with("texts and documents carry no watermark; label them without one");
        }
        return documents.edit(type, content, policy);
    }

    /// What is wrong with the explicit label of a finished file, as the rest of a sentence.
    Optional<String> flaw(Source labelled, LabelRequest request) throws IOException {
        return request.explicit().none() ? Optional.empty() : explicitFlaw(labelled, request.explicit());
    }

    /// Whether the watermark that was wanted is found in a finished file.
    boolean showsWatermark(Source labelled, LabelRequest request) throws IOException {
        Optional<WatermarkKey> key = request.watermark();
        return key.isEmpty()
                || watermark(labelled, key.get()).equals(OptionalLong.of(idOf(key.get(), request.label())));
    }

    private Optional<String> explicitFlaw(Source labelled, ExplicitPolicy policy) throws IOException {
        return switch (type.kind()) {
            case IMAGE -> pictures.markFlaw(type, labelled, policy);
            case TEXT, DOCUMENT -> missing(documents.perceive(type, labelled));
            case AUDIO ->
                sounds.heard(type, labelled, policy.voicePrompt(), policy.places(), workspace)
                                .containsAll(policy.places())
                        ? Optional.empty()
                        : Optional.of("does not let its explicit label be heard where it should");
            case VIDEO -> missing(films.perceive(type, labelled, workspace));
        };
    }

    private static Optional<String> missing(Perceived perceived) {
        return perceived instanceof Perceived.Found
                ? Optional.empty()
                : Optional.of("does not show its explicit label: " + perceived);
    }

    /// Everything that can be found.
    Seen look(Source file, VerifyOptions options) throws IOException {
        return switch (type.kind()) {
            case TEXT, DOCUMENT -> Seen.unsearched(documents.perceive(type, file));
            case IMAGE -> options.effort() == Effort.STRUCTURE ? notDecoded() : picture(file, options);
            case AUDIO, VIDEO ->
                options.effort() == Effort.STRUCTURE ? notDecoded() : decoded(file, options.watermark());
        };
    }

    private static Seen notDecoded() {
        return Seen.unsearched(new Perceived.NotChecked("the content was not decoded"));
    }

    private Seen picture(Source file, VerifyOptions options) throws IOException {
        Optional<BufferedImage> decoded;
        try {
            decoded = pictures.decoded(type, file);
        } catch (LabelException notDecoded) {
            return Seen.unsearched(new Perceived.NotChecked(notDecoded.sentence()));
        }
        if (decoded.isEmpty()) {
            return Seen.unsearched(new Perceived.NotChecked("pictures of type " + type + " are not decoded here"));
        }
        BufferedImage picture = decoded.get();
        boolean thorough = options.effort() == Effort.THOROUGH;
        Optional<WatermarkKey> key = options.watermark();
        OptionalLong watermark = key.map(k ->
                        thorough ? PictureWatermark.detectThoroughly(picture, k) : PictureWatermark.detect(picture, k))
                .orElseGet(OptionalLong::empty);
        return new Seen(MARKS.find(picture), key.isPresent(), watermark, Optional.of(PixelDigest.of(picture)));
    }

    private Seen decoded(Source file, Optional<WatermarkKey> key) throws IOException {
        try {
            Perceived explicit = type.kind() == MediaType.Kind.AUDIO
                    ? sounds.perceive(type, file, workspace)
                    : films.perceive(type, file, workspace);
            OptionalLong watermark = key.isPresent() ? watermark(file, key.get()) : OptionalLong.empty();
            return new Seen(explicit, key.isPresent(), watermark, Optional.empty());
        } catch (LabelException notDecoded) {
            return Seen.unsearched(new Perceived.NotChecked(notDecoded.sentence()));
        }
    }

    private OptionalLong watermark(Source file, WatermarkKey key) throws IOException {
        return switch (type.kind()) {
            case TEXT, DOCUMENT -> OptionalLong.empty();
            case IMAGE ->
                pictures.decoded(type, file)
                        .map(picture -> PictureWatermark.detect(picture, key))
                        .orElseGet(OptionalLong::empty);
            case AUDIO -> inSound(file, key);
            case VIDEO -> inFilm(file, key);
        };
    }

    private OptionalLong inSound(Source file, WatermarkKey key) throws IOException {
        SearchedSound searched = new SearchedSound(SEARCHED_SECONDS);
        sounds.samples(type, file, SEARCHED_SECONDS, workspace, searched);
        return SoundWatermark.detect(searched.samples(), searched.rate(), key);
    }

    private OptionalLong inFilm(Source file, WatermarkKey key) throws IOException {
        FilmWatermark.Detector detector = new FilmWatermark.Detector(key);
        films.frames(type, file, SEARCHED_SECONDS, workspace, (luma, width, height, index) -> {
            detector.add(luma, width, height);
            return (index + 1) % FRAMES_A_LOOK != 0 || detector.result().isEmpty();
        });
        return detector.result();
    }
}

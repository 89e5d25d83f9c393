package io.mingshi.gateway.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.screening.Audience;
import io.mingshi.screening.media.ClassifierSettings;
import io.mingshi.screening.media.ClassifierSettings.Colours;
import io.mingshi.screening.media.ClassifierSettings.Label;
import io.mingshi.screening.media.KnownPictureCheck;
import io.mingshi.screening.media.KnownPictureList;
import io.mingshi.screening.media.KnownPictures;
import io.mingshi.screening.media.PictureCheck;
import io.mingshi.screening.media.PictureText;
import io.mingshi.screening.media.Signal;
import io.mingshi.screening.media.Signal.Level;
import io.mingshi.screening.media.SkinCheck;
import io.mingshi.screening.media.SoundScreener;
import io.mingshi.screening.media.TextCheck;
import io.mingshi.screening.media.TrainedClassifier;
import io.mingshi.screening.media.Transcriber;
import io.mingshi.screening.media.TranscriptionProgram;
import io.mingshi.screening.media.TranscriptionServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets up the checks that the operator configured; what is configured wrongly fails here.
@Singleton
class MediaChecks {
    private static final String NO_READER = "none";

    /// Exposed skin is of this kind of risk, if of any.
    private static final String SKIN_CATEGORY = "A.1-6";

    private final MediaSettings settings;
    private final Screening screening;
    private final TakenDownWorks takenDown;

    MediaChecks(MediaSettings settings, Screening screening, TakenDownWorks takenDown) {
        this.settings = settings;
        this.screening = screening;
        this.takenDown = takenDown;
    }

    MediaSettings settings() {
        return settings;
    }

    /// Whether anything was configured that may be wrong.
    boolean configured() {
        return settings.classifier().model().isPresent() || !settings.known().isEmpty();
    }

    /// What decides alike for everybody.
    List<PictureCheck> pictures() {
        List<PictureCheck> checks = new ArrayList<>(List.of(new TakenDownCheck(takenDown)));
        known().ifPresent(checks::add);
        settings.classifier()
                .model()
                .map(model -> settings(model, settings.classifier()))
                .map(TrainedClassifier::new)
                .ifPresent(checks::add);
        settings.skinReviewFrom()
                .map(share -> new SkinCheck(SKIN_CATEGORY, share))
                .ifPresent(checks::add);
        return checks;
    }

    /// Empty where nothing reads.
    Optional<PictureText> textInPictures(Audience audience) {
        return settings.reader().equals(NO_READER)
                ? Optional.empty()
                : PictureText.find(
                        settings.reader(), settings.readerLanguages(), settings.timeLimit(), words(audience));
    }

    /// Empty where nothing transcribes.
    Optional<SoundScreener> sounds(Audience audience) {
        return transcriber()
                .map(transcriber -> new SoundScreener(
                        transcriber, words(audience), settings.transcription().mostBytes()));
    }

    private Optional<Transcriber> transcriber() {
        var transcription = settings.transcription();
        if (transcription.url().isPresent()) {
            return Optional.of(new TranscriptionServer(
                    URI.create(transcription.url().get()),
                    transcription.key().orElse(""),
                    transcription.model(),
                    settings.timeLimit()));
        }
        return transcription.program().map(command -> new TranscriptionProgram(command, settings.timeLimit()));
    }

    /// Words in pictures and sounds are screened against the library in force, like every text, for whoever hands
    /// them in or gets them.
    private TextCheck words(Audience audience) {
        return text -> {
            ScreeningRecord entry = screening.output(List.of(text), audience).entry();
            if (entry.ruleId() == null
                    || entry.category() == null
                    || entry.verdict().equals("ALLOW")) {
                return List.of();
            }
            Level level = entry.verdict().equals("BLOCK") ? Level.BLOCK : Level.REVIEW;
            return List.of(new Signal(entry.ruleId(), entry.category(), 1, level));
        };
    }

    private Optional<PictureCheck> known() {
        if (settings.known().isEmpty()) {
            return Optional.empty();
        }
        var collection = new KnownPictures.Collection();
        settings.known().forEach((name, list) -> {
            try (var lines = Files.newBufferedReader(list.file(), UTF_8)) {
                KnownPictureList.read(lines, new KnownPictures.Origin("KNOWN:" + name, list.category()), collection);
            } catch (IOException e) {
                throw new IllegalArgumentException("the list of known pictures " + list.file() + " cannot be read", e);
            }
        });
        return Optional.of(new KnownPictureCheck(collection.indexed(), settings.knownDistance()));
    }

    private static ClassifierSettings settings(Path model, MediaSettings.Classifier classifier) {
        return new ClassifierSettings(
                model,
                classifier.side(),
                Colours.parse(classifier.mean()),
                Colours.parse(classifier.deviation()),
                classifier.activation(),
                classifier.labels().orElseGet(List::of).stream()
                        .map(Label::parse)
                        .toList());
    }
}

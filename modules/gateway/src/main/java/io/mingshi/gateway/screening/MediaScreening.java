package io.mingshi.gateway.screening;

import static io.mingshi.gateway.GatewayProblem.CONTENT_UNREADABLE;
import static io.mingshi.gateway.GatewayProblem.REVIEW_UNAVAILABLE;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.ScreeningWaiver;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.screening.ScreenedMedia.Outcome;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.Audience;
import io.mingshi.screening.media.FilmScreener;
import io.mingshi.screening.media.MediaVerdict;
import io.mingshi.screening.media.PictureCheck;
import io.mingshi.screening.media.PictureScreener;
import io.mingshi.screening.media.Signal;
import io.mingshi.screening.media.Signal.Level;
import io.mingshi.screening.media.SoundScreener;
import io.mingshi.screening.media.UnscreenableException;
import io.mingshi.screening.media.UnscreenableException.Fault;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Gives every picture, sound and film a verdict of its own, in and out.
///
/// Where nothing can tell prohibited content of a kind, a registered waiver lets a result pass, and the record names
/// it; without one a person has to look. [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class MediaScreening {
    static final String NO_CLASSIFIER = "NO_CLASSIFIER";
    private static final String UNREADABLE = "UNREADABLE";
    private static final int FRAMES = 32;

    private final MediaChecks checks;
    private final Screening screening;
    private final TakenDownWorks takenDown;
    private final HiddenNumbers numbers;
    private final ReentrantLock settingUp = new ReentrantLock();
    private volatile @Nullable Map<Audience, Screeners> screeners;

    private record Screeners(PictureScreener pictures, Optional<SoundScreener> sounds, FilmScreener films) {}

    MediaScreening(MediaChecks checks, Screening screening, TakenDownWorks takenDown, HiddenNumbers numbers) {
        this.checks = checks;
        this.screening = screening;
        this.takenDown = takenDown;
        this.numbers = numbers;
    }

    /// What an operator configured is loaded at the start, so that a mistake is seen then; else at the first use,
    /// because loading OpenCV takes a second.
    @Startup
    void start() {
        if (checks.configured()) {
            screeners();
        }
    }

    /// The verdict on what a caller handed in.
    ///
    /// @throws ProblemException `CONTENT_UNREADABLE` or `REVIEW_UNAVAILABLE` when there is none
    public ScreenedMedia input(Media media, List<ScreeningWaiver> waivers, Audience audience) {
        Optional<Signal> known = numbers.in(media).flatMap(this::takenDown);
        try {
            return of(
                    "input",
                    known.<MediaVerdict>map(MediaVerdict.Block::new).orElseGet(() -> verdict(media, audience)),
                    media,
                    waivers);
        } catch (UnscreenableException e) {
            throw e.fault() == Fault.CONTENT ? CONTENT_UNREADABLE.with(String.valueOf(e.getMessage())) : unavailable(e);
        }
    }

    /// The verdict on a result; one that cannot be decoded here is for a person, whatever was waived.
    ///
    /// @throws ProblemException `REVIEW_UNAVAILABLE` when there is none
    public ScreenedMedia output(Media media, List<ScreeningWaiver> waivers, Audience audience) {
        try {
            return of("output", verdict(media, audience), media, waivers);
        } catch (UnscreenableException e) {
            if (e.fault() == Fault.CHECK) {
                throw unavailable(e);
            }
            return entry("output", "REVIEW", UNREADABLE, null, Outcome.HOLD);
        }
    }

    /// The verdict that refuses a labelled picture which looks like a work that was taken down.
    ///
    /// Both bear the mark in their corner here: of a picture that shows little else it is a good part.
    ///
    /// @param fingerprint the PDQ hash of the labelled picture
    public Optional<ScreeningRecord> takenDownAlike(String fingerprint) {
        return PictureFingerprint.parse(fingerprint)
                .flatMap(takenDown::like)
                .map(work -> entry(
                                "output", "BLOCK", TakenDownCheck.RULE + work, TakenDownCheck.CATEGORY, Outcome.REFUSE)
                        .entry());
    }

    private static ProblemException unavailable(UnscreenableException cause) {
        var problem = REVIEW_UNAVAILABLE.with("a picture or sound could not be screened: try again later");
        problem.initCause(cause);
        return problem;
    }

    private Optional<Signal> takenDown(String watermark) {
        return takenDown
                .withWatermark(watermark)
                .map(work -> new Signal(TakenDownCheck.RULE + work, TakenDownCheck.CATEGORY, 1, Level.BLOCK));
    }

    private MediaVerdict verdict(Media media, Audience audience) {
        byte[] bytes = media.bytes();
        var same = takenDown.withHash(Sha256.of(bytes));
        if (same.isPresent()) {
            return new MediaVerdict.Block(
                    new Signal(TakenDownCheck.RULE + same.get(), TakenDownCheck.CATEGORY, 1, Level.BLOCK));
        }
        Screeners ready = Objects.requireNonNull(screeners().get(audience));
        return switch (media.type().kind()) {
            case IMAGE -> ready.pictures.screen(media.type(), bytes);
            case AUDIO ->
                ready.sounds
                        .map(sounds -> sounds.screen(
                                bytes, "sound." + media.type().name().toLowerCase(Locale.ROOT)))
                        .orElseGet(MediaVerdict.Undecided::new);
            case VIDEO -> ready.films.screen(media.type(), bytes);
            case TEXT, DOCUMENT -> new MediaVerdict.Undecided();
        };
    }

    private ScreenedMedia of(String part, MediaVerdict verdict, Media media, List<ScreeningWaiver> waivers) {
        return switch (verdict) {
            case MediaVerdict.Block block -> entry(part, "BLOCK", block.because(), Outcome.REFUSE);
            case MediaVerdict.Review review -> entry(part, "REVIEW", review.because(), Outcome.HOLD);
            case MediaVerdict.Allow allow -> entry(part, "ALLOW", String.join("+", allow.by()), null, Outcome.PASS);
            case MediaVerdict.Undecided _ ->
                waiver(media, waivers)
                        .map(waiver -> entry(part, "ALLOW", "WAIVER:" + waiver.id(), null, Outcome.PASS))
                        .orElseGet(() -> entry(part, "REVIEW", NO_CLASSIFIER, null, Outcome.HOLD));
        };
    }

    private static Optional<ScreeningWaiver> waiver(Media media, List<ScreeningWaiver> waivers) {
        return waivers.stream()
                .filter(waiver -> switch (media.type().kind()) {
                    case IMAGE -> waiver.kind() == ContentKind.IMAGE;
                    case AUDIO -> waiver.kind() == ContentKind.AUDIO;
                    case VIDEO -> waiver.kind() == ContentKind.VIDEO;
                    case TEXT, DOCUMENT -> false;
                })
                .findFirst();
    }

    private ScreenedMedia entry(String part, String verdict, Signal because, Outcome outcome) {
        return entry(part, verdict, because.rule(), because.category(), outcome);
    }

    /// Every record names the library in force, against which words in pictures and sounds were screened.
    private ScreenedMedia entry(String part, String verdict, String rule, @Nullable String category, Outcome outcome) {
        var library = screening.output(List.of(), Audience.MINORS).entry();
        return new ScreenedMedia(
                new ScreeningRecord(part, verdict, rule, category, library.libraryVersion(), library.libraryHash()),
                outcome);
    }

    /// Only the words that are found are decided on differently; what looks at pixels is there once.
    private Map<Audience, Screeners> screeners() {
        Map<Audience, Screeners> ready = screeners;
        if (ready != null) {
            return ready;
        }
        settingUp.lock();
        try {
            if (screeners == null) {
                List<PictureCheck> shared = checks.pictures();
                Map<Audience, Screeners> each = new EnumMap<>(Audience.class);
                for (Audience audience : Audience.values()) {
                    each.put(audience, screeners(shared, audience));
                }
                screeners = each;
            }
            return Objects.requireNonNull(screeners);
        } finally {
            settingUp.unlock();
        }
    }

    private Screeners screeners(List<PictureCheck> shared, Audience audience) {
        var settings = checks.settings();
        List<PictureCheck> all = new ArrayList<>(shared);
        checks.textInPictures(audience).ifPresent(all::add);
        var pictures = new PictureScreener(all, settings.threads(), settings.timeLimit());
        var sounds = checks.sounds(audience);
        return new Screeners(pictures, sounds, new FilmScreener(pictures, sounds, FRAMES));
    }

    @PreDestroy
    void stop() {
        Map<Audience, Screeners> ready = screeners;
        if (ready != null) {
            ready.values().forEach(each -> each.pictures.close());
        }
    }
}

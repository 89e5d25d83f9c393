package io.mingshi.gateway.screening;

import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.screening.Found.What;
import io.mingshi.screening.media.TimedWork;
import io.mingshi.screening.media.VoiceSearch;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Listens for a human voice in what callers hand in; where that cannot be done nothing is taken.
@ApplicationScoped
public class VoiceListening {
    /// Pitch that glides, in syllables.
    private static final String DETECTOR = "pitch+syllables";

    private final TimedWork work;

    VoiceListening(MediaSettings settings) {
        this.work = new TimedWork(settings.threads(), settings.timeLimit());
    }

    /// @param media a sound, or a film, whose sound is listened to
    /// @throws io.mingshi.contracts.ProblemException `CONTENT_UNREADABLE` or `REVIEW_UNAVAILABLE`
    public Found in(Media media) {
        return Unsearchable.told("for a voice", () -> {
            boolean voice = work.within(() -> VoiceSearch.hears(media.type(), media.bytes()));
            return new Found(What.VOICE, voice ? 1 : 0, Sha256.of(media.bytes()), Optional.empty(), DETECTOR);
        });
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}

package io.mingshi.gateway.screening;

import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.screening.Found.What;
import io.mingshi.labels.MediaType;
import io.mingshi.screening.media.CascadeFaces;
import io.mingshi.screening.media.FaceDetector;
import io.mingshi.screening.media.FilmFaces;
import io.mingshi.screening.media.Picture;
import io.mingshi.screening.media.TimedWork;
import io.mingshi.screening.media.TrainedFaces;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Looks for faces in what callers hand in; where that cannot be done nothing is taken.
@ApplicationScoped
public class FaceSearch {
    /// As many as a film is screened by.
    private static final int FRAMES = 32;

    private final MediaSettings settings;
    private final TimedWork work;
    private final ReentrantLock settingUp = new ReentrantLock();
    private volatile @Nullable FaceDetector detector;

    FaceSearch(MediaSettings settings) {
        this.settings = settings;
        this.work = new TimedWork(settings.threads(), settings.timeLimit());
    }

    /// A network of the operator's is loaded at the start, so that a mistake is seen then.
    @Startup
    void start() {
        if (settings.faces().model().isPresent()) {
            detector();
        }
    }

    /// @param media a picture, or a film, of which frames are looked at
    /// @throws io.mingshi.contracts.ProblemException `CONTENT_UNREADABLE` or `REVIEW_UNAVAILABLE`
    public Found in(Media media) {
        return Unsearchable.told(
                "for faces", () -> media.type().kind() == MediaType.Kind.VIDEO ? film(media) : picture(media));
    }

    private Found picture(Media media) {
        return work.within(() -> {
            Picture picture = Picture.of(media.type(), media.bytes());
            FaceDetector looking = detector();
            int faces = looking.faces(picture).size();
            return new Found(What.FACE, faces, picture.sha256(), picture.fingerprint(), looking.name());
        });
    }

    private Found film(Media media) {
        FaceDetector looking = work.within(this::detector);
        int faces = new FilmFaces(looking, work, FRAMES).most(media.type(), media.bytes());
        return new Found(What.FACE, faces, Sha256.of(media.bytes()), Optional.empty(), looking.name());
    }

    private FaceDetector detector() {
        FaceDetector ready = detector;
        if (ready != null) {
            return ready;
        }
        settingUp.lock();
        try {
            if (detector == null) {
                var faces = settings.faces();
                detector = faces.model().isPresent()
                        ? new TrainedFaces(faces.model().get(), faces.least())
                        : new CascadeFaces();
            }
            return Objects.requireNonNull(detector);
        } finally {
            settingUp.unlock();
        }
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}

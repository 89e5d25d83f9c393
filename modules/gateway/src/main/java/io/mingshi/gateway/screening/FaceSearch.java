package io.mingshi.gateway.screening;

import static io.mingshi.gateway.GatewayProblem.CONTENT_UNREADABLE;
import static io.mingshi.gateway.GatewayProblem.REVIEW_UNAVAILABLE;

import io.mingshi.gateway.Media;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.media.CascadeFaces;
import io.mingshi.screening.media.FaceDetector;
import io.mingshi.screening.media.Picture;
import io.mingshi.screening.media.TimedWork;
import io.mingshi.screening.media.TrainedFaces;
import io.mingshi.screening.media.UnscreenableException;
import io.mingshi.screening.media.UnscreenableException.Fault;
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
    private final MediaSettings settings;
    private final TimedWork work;
    private final ReentrantLock settingUp = new ReentrantLock();
    private volatile @Nullable FaceDetector detector;

    FaceSearch(MediaSettings settings) {
        this.settings = settings;
        this.work = new TimedWork(settings.threads(), settings.timeLimit());
    }

    /// @param faces how many were found
    /// @param fingerprint empty for a picture that shows too little to be known again
    /// @param detector what looked
    public record Found(int faces, String sha256, Optional<PictureFingerprint> fingerprint, String detector) {}

    /// A network of the operator's is loaded at the start, so that a mistake is seen then.
    @Startup
    void start() {
        if (settings.faces().model().isPresent()) {
            detector();
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `CONTENT_UNREADABLE` or `REVIEW_UNAVAILABLE`
    public Found in(Media media) {
        try {
            return work.within(() -> {
                Picture picture = Picture.of(media.type(), media.bytes());
                FaceDetector looking = detector();
                return new Found(
                        looking.faces(picture).size(), picture.sha256(), picture.fingerprint(), looking.name());
            });
        } catch (UnscreenableException e) {
            var problem = e.fault() == Fault.CONTENT
                    ? CONTENT_UNREADABLE.with(String.valueOf(e.getMessage()))
                    : REVIEW_UNAVAILABLE.with("the picture could not be searched for faces: try again later");
            problem.initCause(e);
            throw problem;
        }
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

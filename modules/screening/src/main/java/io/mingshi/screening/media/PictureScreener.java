package io.mingshi.screening.media;

import io.mingshi.labels.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Shows a picture to every check; the strongest of what they found decides.
///
/// Decoding and looking take place on a few threads of their own, because native code cannot be interrupted: what
/// takes too long has no verdict, and when all threads are busy and the queue is full, neither has what comes next.
public final class PictureScreener implements AutoCloseable {
    private final List<PictureCheck> checks;
    private final TimedWork work;

    /// @param limit the longest that one picture may take, its wait for a free thread included
    public PictureScreener(List<PictureCheck> checks, int threads, Duration limit) {
        this.checks = List.copyOf(checks);
        this.work = new TimedWork(threads, limit);
    }

    /// Whether anything here can tell prohibited content.
    public boolean tells() {
        return checks.stream().anyMatch(PictureCheck::tells);
    }

    /// @throws UnscreenableException when the picture cannot be decoded, or a check cannot look
    public MediaVerdict screen(MediaType type, byte[] file) {
        return work.within(() -> verdict(Picture.of(type, file)));
    }

    /// The same for one that is decoded already.
    MediaVerdict screen(Picture picture) {
        return work.within(() -> verdict(picture));
    }

    private MediaVerdict verdict(Picture picture) {
        List<Signal> found = new ArrayList<>();
        for (PictureCheck check : checks) {
            found.addAll(check.look(picture));
        }
        return MediaVerdict.of(
                found,
                checks.stream()
                        .filter(PictureCheck::tells)
                        .map(PictureCheck::name)
                        .toList());
    }

    @Override
    public void close() {
        work.close();
    }
}

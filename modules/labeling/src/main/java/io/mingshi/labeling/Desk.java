package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.FILE_NEEDED;
import static io.mingshi.labeling.LabelingProblem.FILE_TOO_LARGE;
import static io.mingshi.labeling.LabelingProblem.TOO_MANY_VERIFICATIONS;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// Lets a few files at a time be worked on: decoding pictures takes memory, decoding films a processor. Anybody's files
/// wait apart from those of users and of the platform's own parts, so that a crowd does not hold those up.
@ApplicationScoped
public class Desk {
    /// The largest file that is accepted, in bytes; below the limit for a whole request.
    public static final int MAX_FILE = 60 << 20;

    /// How many files one process works on at the same time, of each of the two.
    private static final int AT_ONCE = 2;

    private final Semaphore freeForAnybody = new Semaphore(AT_ONCE);
    private final Semaphore freeForMembers = new Semaphore(AT_ONCE);

    /// Work on one file.
    ///
    /// @param <T> what comes of it
    public interface Work<T> {
        T on(Path file) throws IOException;
    }

    /// Does work for somebody who is not logged in, or refuses when too much of it is being done already.
    ///
    /// @throws io.mingshi.contracts.ProblemException `FILE_NEEDED`, `FILE_TOO_LARGE`, `TOO_MANY_VERIFICATIONS`
    public <T> T forAnybody(Path file, Work<T> work) throws IOException {
        return take(freeForAnybody, file, work);
    }

    /// The same for a user, an operator or a service.
    public <T> T forMember(Path file, Work<T> work) throws IOException {
        return take(freeForMembers, file, work);
    }

    private static <T> T take(Semaphore free, Path file, Work<T> work) throws IOException {
        requireSize(Files.size(file));
        if (!free.tryAcquire()) {
            throw TOO_MANY_VERIFICATIONS.with(
                    "this service works on " + AT_ONCE + " files at once: send the file again in a few seconds");
        }
        try {
            return work.on(file);
        } finally {
            free.release();
        }
    }

    private static void requireSize(long bytes) {
        if (bytes == 0) {
            throw FILE_NEEDED.with("send the file as the multipart field file, or as the body of the request");
        }
        if (bytes > MAX_FILE) {
            throw FILE_TOO_LARGE.with("at most " + MAX_FILE + " bytes are accepted: use the command ./mingshi on your"
                    + " own machine for larger files");
        }
    }
}

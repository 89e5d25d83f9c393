package io.mingshi.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Signals to a whole process group, which Java does not offer.
final class ProcessGroup {
    private ProcessGroup() {}

    /// Kills every process of the group; an empty group is no error.
    static void kill(long group) throws InterruptedException {
        try {
            new ProcessBuilder("sh", "-c", "kill -KILL -\"$1\" 2>/dev/null", "kill-group", Long.toString(group))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

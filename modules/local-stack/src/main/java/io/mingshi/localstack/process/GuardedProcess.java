package io.mingshi.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// A program that runs under a guard.
public final class GuardedProcess {
    /// The guard itself gives the program 30 seconds before it kills.
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(35);

    private final String name;
    private final Process guard;
    private final Path note;

    GuardedProcess(String name, Process guard, Path note) {
        this.name = name;
        this.guard = guard;
        this.note = note;
    }

    /// Returns the part's name.
    public String name() {
        return name;
    }

    /// Returns the program's process id, absent until the guard has noted it.
    public OptionalLong pid() {
        try {
            String text = Files.exists(note)
                    ? Files.readString(note, StandardCharsets.UTF_8).strip()
                    : "";
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// Returns the guard's process id, which is also the id of the process group.
    public long group() {
        return guard.pid();
    }

    /// Waits until the program has ended or the time is over; true if it has ended.
    public boolean awaitExit(Duration time) throws InterruptedException {
        return guard.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Waits until the program has ended, removes what is left of its group, and returns its exit status.
    public int awaitExit() throws InterruptedException {
        int status = guard.waitFor();
        ProcessGroup.kill(group());
        return status;
    }

    /// Asks the program to stop, waits, and kills what does not follow.
    public void stop() throws InterruptedException {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            guard.destroy(); // the pipe is broken: the guard is gone or going, and its group is removed below
        }
        if (!awaitExit(STOP_PATIENCE)) {
            guard.destroyForcibly();
        }
        ProcessGroup.kill(group());
    }
}

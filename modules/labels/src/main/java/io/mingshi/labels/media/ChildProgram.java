package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_FAILED;

import io.mingshi.labels.LabelException;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One run of a program within limits. Closing it kills what still runs.
///
/// The operating system limits processor time, memory and the size of files where there is a POSIX shell; time on the
/// clock and bytes that come through the pipe are limited here. A run also ends when the thread that started it is
/// interrupted.
final class ChildProgram implements AutoCloseable {
    private static final Path SHELL = Path.of("/bin/sh");

    /// Each limit by itself, since a system may know some of them only, or have lower ones already.
    private static final String LIMITED =
            "ulimit -c 0 2>/dev/null; ulimit -t \"$1\" 2>/dev/null; ulimit -f \"$2\" 2>/dev/null;"
                    + " ulimit -v \"$3\" 2>/dev/null; shift 3; exec \"$@\"";

    /// How often a run is looked after, in milliseconds.
    private static final int GLANCE = 50;

    /// How long a program that failed has to say why, in milliseconds.
    private static final int LAST_WORDS = 500;

    private static final int FILE_SIZE_UNIT = 512;

    private final Process process;
    private final Limits limits;
    private final String name;
    private final StderrTail complaints;
    private final InputStream output;
    private volatile Optional<String> killedBecause = Optional.empty();

    private ChildProgram(Process process, Limits limits, String name) {
        this.process = process;
        this.limits = limits;
        this.name = name;
        this.complaints = new StderrTail(process.getErrorStream());
        this.output = new Counted(process.getInputStream());
    }

    /// Starts the program.
    ///
    /// @param feeds whether the caller writes to its standard input, which else is closed
    static ChildProgram start(List<String> command, Limits limits, boolean feeds) {
        String name = String.valueOf(Path.of(command.getFirst()).getFileName());
        ProcessBuilder builder = new ProcessBuilder(limited(command, limits));
        keepOnly(builder.environment());
        if (!feeds) {
            builder.redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"));
        }
        try {
            ChildProgram child = new ChildProgram(builder.start(), limits, name);
            child.watch(Thread.currentThread());
            return child;
        } catch (IOException e) {
            throw TOOL_FAILED.with("the program " + name + " cannot be started", e);
        }
    }

    private static List<String> limited(List<String> command, Limits limits) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> limited = new ArrayList<>(List.of(SHELL.toString(), "-c", LIMITED, "sh"));
        limited.add(Long.toString(limits.cpu().toSeconds()));
        limited.add(Long.toString(limits.output() / FILE_SIZE_UNIT + 1));
        limited.add(Long.toString(limits.addressSpace() / 1024 + 1));
        limited.addAll(command);
        return limited;
    }

    /// Variables can make a program write reports or read settings.
    private static void keepOnly(Map<String, String> environment) {
        environment.keySet().retainAll(List.of("PATH", "LD_LIBRARY_PATH", "SystemRoot"));
        environment.put("LC_ALL", "C");
    }

    private void watch(Thread owner) {
        long end = System.nanoTime() + limits.time().toNanos();
        Thread.ofVirtual().name("program-watch").start(() -> {
            try {
                while (!process.waitFor(GLANCE, TimeUnit.MILLISECONDS)) {
                    if (owner.isInterrupted()) {
                        kill("was stopped");
                    } else if (System.nanoTime() - end > 0) {
                        kill("took longer than " + limits.time().toSeconds() + " seconds");
                    }
                }
            } catch (InterruptedException nobodyInterruptsThis) {
                kill("was stopped");
            }
        });
    }

    private void kill(String because) {
        if (killedBecause.isEmpty()) {
            killedBecause = Optional.of(because);
        }
        destroy();
    }

    /// Together with programs that it may have started, which would hold its pipes open.
    private void destroy() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /// What the program gives, until it ends or exceeds its limit.
    InputStream output() {
        return output;
    }

    /// What the program takes.
    OutputStream input() {
        return process.getOutputStream();
    }

    /// Waits for the end.
    ///
    /// @throws LabelException TOOL_FAILED with the program's own words if it did not succeed
    void end() {
        try {
            int exit = process.waitFor();
            if (exit != 0 || killedBecause.isPresent()) {
                throw failure(exit);
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw TOOL_FAILED.with("the program " + name + " was stopped", e);
        }
    }

    private LabelException failure(int exit) throws InterruptedException {
        if (killedBecause.isPresent()) {
            return TOOL_FAILED.with("the program " + name + " " + killedBecause.get() + " and was ended");
        }
        String words = complaints.words();
        return TOOL_FAILED.with("the program " + name + " could not do it: "
                + (words.isEmpty() ? "it ended with status " + exit + " and without a word" : words));
    }

    /// Reads and forgets what is left, and waits for the end.
    void drain() {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw broken(e);
        }
        end();
    }

    /// The reason for a pipe that broke, which is the program's own if it has one.
    LabelException broken(IOException pipe) {
        return broken(pipe, List.of(this));
    }

    /// The reason for a pipe between programs that broke: that of the first that failed by itself.
    static LabelException broken(IOException pipe, List<ChildProgram> programs) {
        try {
            for (ChildProgram child : programs) {
                boolean ended = child.process.waitFor(LAST_WORDS, TimeUnit.MILLISECONDS);
                if (child.killedBecause.isPresent() || (ended && child.process.exitValue() != 0)) {
                    return child.failure(child.process.waitFor());
                }
            }
            return TOOL_FAILED.with("the work with " + programs.getLast().name + " ended early", pipe);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return TOOL_FAILED.with("the program " + programs.getLast().name + " was stopped", e);
        } finally {
            programs.forEach(ChildProgram::close);
        }
    }

    /// Kills what still runs and waits until it is gone, so that no file of it appears afterwards.
    @Override
    public void close() {
        if (process.isAlive()) {
            destroy();
        }
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) throws IOException {
            count += more;
            if (count > limits.output()) {
                kill("gave more than " + limits.output() + " bytes");
                throw new IOException("more than " + limits.output() + " bytes");
            }
        }
    }
}

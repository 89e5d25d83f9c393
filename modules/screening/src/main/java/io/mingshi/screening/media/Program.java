package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program of the operator's that takes bytes and gives a text, limited in time and in what it gives.
record Program(List<String> command, Duration limit) {
    private static final int MOST_OUTPUT = 4 << 20;
    private static final List<String> KEPT =
            List.of("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "SystemRoot", "HOME");

    Program {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a program has a name");
        }
    }

    /// Whether it can be started: it is asked for its version.
    boolean answers(String versionOption) {
        try {
            Process process = new ProcessBuilder(command.getFirst(), versionOption)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What it gives for these bytes.
    ///
    /// @throws UnscreenableException when it fails, takes too long or gives too much
    byte[] give(byte[] input) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        keepOnly(builder.environment());
        try {
            Process process = builder.start();
            try {
                return talk(process, input);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw UnscreenableException.check("the program " + command.getFirst() + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnscreenableException.check("the program " + command.getFirst() + " was interrupted", e);
        }
    }

    String text(byte[] input) {
        return new String(give(input), UTF_8);
    }

    private byte[] talk(Process process, byte[] input) throws IOException, InterruptedException {
        Thread.ofVirtual().start(() -> feed(process, input));
        Thread watch = Thread.ofVirtual().start(() -> killLate(process));
        byte[] output;
        try (InputStream from = process.getInputStream()) {
            output = from.readNBytes(MOST_OUTPUT + 1);
        }
        if (output.length > MOST_OUTPUT) {
            throw failed("gave more than " + MOST_OUTPUT + " bytes");
        }
        int exit = process.waitFor();
        watch.interrupt();
        if (exit != 0) {
            throw failed("ended with " + exit + ", or took longer than " + limit.toSeconds() + " seconds");
        }
        return output;
    }

    private UnscreenableException failed(String how) {
        return UnscreenableException.check("the program " + command.getFirst() + " " + how, null);
    }

    /// A program that needs no more closes its side; what it then gives counts.
    private static void feed(Process process, byte[] input) {
        try (var to = process.getOutputStream()) {
            to.write(input);
        } catch (IOException programHasEnough) {
            process.toHandle();
        }
    }

    private void killLate(Process process) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Variables can make a program write reports or read settings.
    private static void keepOnly(Map<String, String> environment) {
        environment.keySet().retainAll(KEPT);
        environment.put("LC_ALL", "C.UTF-8");
    }
}

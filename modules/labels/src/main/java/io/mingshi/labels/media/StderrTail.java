package io.mingshi.labels.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads what a program complains about to its end and keeps the last of it, so that the program never waits for us
/// and a chatty one costs no memory.
final class StderrTail {
    private static final int KEPT = 4_096;

    /// Of the kept part, what fits into a sentence for people.
    private static final int SHOWN = 300;

    private final byte[] ring = new byte[KEPT];
    private final Thread reader;
    private long count;

    StderrTail(InputStream stderr) {
        reader = Thread.ofVirtual().name("program-complaints").start(() -> drain(stderr));
    }

    private void drain(InputStream stderr) {
        byte[] buffer = new byte[KEPT];
        try (stderr) {
            for (int read = stderr.read(buffer); read >= 0; read = stderr.read(buffer)) {
                append(buffer, read);
            }
        } catch (IOException endsWithItsProgram) {
            append(new byte[] {'\n'}, 1);
        }
    }

    private synchronized void append(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            ring[(int) (count++ % KEPT)] = bytes[i];
        }
    }

    /// The last lines in one, without names of folders, which are nobody's business.
    String words() throws InterruptedException {
        reader.join(1_000);
        String text = kept();
        List<String> lines = text.lines()
                .map(line -> line.replaceAll("(file:)?/\\S*/", "").replaceAll("0x[0-9a-f]+", ""))
                .map(line -> line.replaceAll("[^ -~]", "?").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        String joined = String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
        return joined.length() > SHOWN ? joined.substring(joined.length() - SHOWN) : joined;
    }

    private synchronized String kept() {
        int length = (int) Math.min(count, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((count - length + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

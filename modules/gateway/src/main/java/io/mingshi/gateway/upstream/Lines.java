package io.mingshi.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads lines of bounded length, and only so many bytes in all; for one thread.
final class Lines {
    static final int MAX_LINE = 1 << 20;
    static final int MAX_ALL = 64 << 20;
    private static final int BUFFER = 8 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private int read;

    Lines(InputStream in) {
        this.in = in;
    }

    /// The next line without its ending, waited for; null at the end.
    @Nullable
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (next < end || fill()) {
            int stop = newline();
            line.write(buffer, next, stop - next);
            if (line.size() > MAX_LINE) {
                throw ServerFailure.broken("sent a line of more than " + MAX_LINE + " bytes");
            }
            next = stop + 1;
            if (stop < end) {
                return text(line);
            }
        }
        return line.size() == 0 ? null : text(line);
    }

    private boolean fill() throws IOException {
        end = in.read(buffer);
        next = 0;
        read += Math.max(end, 0);
        if (read > MAX_ALL) {
            throw ServerFailure.broken("sent more than " + MAX_ALL + " bytes");
        }
        return end > 0;
    }

    private int newline() {
        int stop = next;
        while (stop < end && buffer[stop] != '\n') {
            stop++;
        }
        return stop;
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}

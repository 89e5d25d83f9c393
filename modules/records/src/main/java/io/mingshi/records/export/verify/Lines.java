package io.mingshi.records.export.verify;

import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.RecordLine;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The lines of a file in an export, each of bounded length and with its newline.
final class Lines implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final String name;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long number;

    Lines(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /// The line that [#next] gave last, as a person finds it.
    String where() {
        return name + ":" + number;
    }

    /// The next line without its newline; null after the last.
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        while (true) {
            if (from == to && !fill()) {
                if (line.size() > 0) {
                    throw NotVerified.because(where() + " is cut off", where() + " 不完整");
                }
                return null;
            }
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > RecordLine.MAX_BYTES) {
                throw NotVerified.because(where() + " is longer than any line of an export", where() + " 超过导出文件允许的行长");
            }
            boolean whole = end < to;
            from = whole ? end + 1 : end;
            if (whole) {
                return line.toByteArray();
            }
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

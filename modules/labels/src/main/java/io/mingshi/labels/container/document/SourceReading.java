package io.mingshi.labels.container.document;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/// A source as PDFBox wants to read it, with one buffer of it in memory.
///
/// What fails in the source itself is unchecked here, so that it is told from what PDFBox finds wrong in the file.
final class SourceReading implements RandomAccessRead {
    private static final int BUFFER = 1 << 14;

    private final Source file;
    private final byte[] buffer = new byte[BUFFER];
    private long base;
    private int filled;
    private long position;

    SourceReading(Source file) {
        this.file = file;
    }

    @Override
    public int read() {
        if (position >= file.size()) {
            return -1;
        }
        fill();
        return buffer[(int) (position++ - base)] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (position >= file.size()) {
            return -1;
        }
        fill();
        int inside = (int) (position - base);
        int count = Math.min(length, filled - inside);
        System.arraycopy(buffer, inside, into, offset, count);
        position += count;
        return count;
    }

    private void fill() {
        if (position >= base && position < base + filled) {
            return;
        }
        base = position;
        filled = (int) Math.min(BUFFER, file.size() - base);
        try {
            file.read(base, ByteBuffer.wrap(buffer, 0, filled));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long place) throws IOException {
        if (place < 0) {
            throw new IOException("a place before the file");
        }
        position = Math.min(place, file.size());
    }

    @Override
    public long length() {
        return file.size();
    }

    @Override
    public boolean isEOF() {
        return position >= file.size();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView(this, start, length);
    }

    /// The source is closed by the one who opened it.
    @Override
    public void close() {
        filled = 0;
    }

    @Override
    public boolean isClosed() {
        return false;
    }
}

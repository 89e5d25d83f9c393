package io.mingshi.labels.container.audio;

import io.mingshi.labels.source.Source;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;

/// Pages of one OGG stream with other numbers and the checksums that follow from them, made when they are read.
///
/// @param pages the pages as they are
/// @param index places of some of them in the file, in order
/// @param shift what is added to each number
record RenumberedPages(Region pages, List<Long> index, int shift) implements Source {
    @Override
    public long size() {
        return pages.length();
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
        if (at < 0 || at + into.remaining() > size()) {
            throw new EOFException("the range lies outside the file");
        }
        long from = pages.start() + at;
        long next = pageBefore(from);
        while (into.hasRemaining()) {
            OggPage page = OggPage.at(pages.source(), next).orElseThrow(() -> new EOFException("a page is gone"));
            if (page.end() > from) {
                from += header(page, from, into);
                from += body(page.body(), from, into);
            }
            next = page.end();
        }
    }

    private int header(OggPage page, long from, ByteBuffer into) {
        int inside = (int) (Math.min(from, page.body().start()) - page.start());
        byte[] header = page.renumberedHeader(page.sequence() + shift);
        int length = Math.min(header.length - inside, into.remaining());
        into.put(header, inside, length);
        return length;
    }

    private static int body(Region body, long from, ByteBuffer into) throws IOException {
        int length = (int) Math.min(body.end() - from, into.remaining());
        int end = into.limit();
        if (length > 0) {
            body.source().read(from, into.limit(into.position() + length));
            into.limit(end);
        }
        return Math.max(length, 0);
    }

    private long pageBefore(long place) {
        int found = Collections.binarySearch(index, place);
        int before = found >= 0 ? found : -found - 2;
        return before < 0 ? pages.start() : Math.max(pages.start(), index.get(before));
    }
}

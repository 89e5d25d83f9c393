package io.mingshi.labels.container.audio;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// The header packets of an OGG stream laid out on new pages: on as many as before if they fit, since then no other
/// page of the stream changes.
final class OggHeaderPages {
    private final OggPage first;
    private final OggPage last;
    private final int before;
    private final byte[] lacing;
    private final Source body;
    private final Splice.Builder out = Splice.builder();
    private int after;

    private OggHeaderPages(List<OggPage> pages, byte[] lacing, Source body) {
        this.first = pages.getFirst();
        this.last = pages.getLast();
        this.before = pages.size() - 1;
        this.lacing = lacing;
        this.body = body;
    }

    /// @param pages those that are replaced, and before them the first page of the stream, which stays
    /// @param packets all header packets but the first
    static OggHeaderPages of(List<OggPage> pages, List<Region> packets) throws IOException {
        Splice.Builder body = Splice.builder();
        ByteArrayOutputStream lacing = new ByteArrayOutputStream();
        for (Region packet : packets) {
            packet.appendTo(body);
            for (long left = packet.length(); left >= 0; left -= OggPage.FULL_SEGMENT) {
                lacing.write((int) Math.min(left, OggPage.FULL_SEGMENT));
            }
        }
        OggHeaderPages headers = new OggHeaderPages(pages, lacing.toByteArray(), body.build());
        headers.layOut();
        return headers;
    }

    private void layOut() throws IOException {
        int segments = lacing.length;
        int least = (segments + OggPage.MOST_SEGMENTS - 1) / OggPage.MOST_SEGMENTS;
        after = Math.min(Math.max(before, least), segments);
        int from = 0;
        long at = 0;
        for (int i = 1; i <= after; i++) {
            int to = (int) ((long) segments * i / after);
            at += page(first.sequence() + i, from, to, at);
            from = to;
        }
    }

    /// Appends a page and answers how many bytes of the packets are on it.
    private int page(int sequence, int from, int to, long at) throws IOException {
        byte[] part = Arrays.copyOfRange(lacing, from, to);
        int length = 0;
        for (byte segment : part) {
            length += segment & 0xFF;
        }
        boolean continued = from > 0 && (lacing[from - 1] & 0xFF) == OggPage.FULL_SEGMENT;
        out.insert(OggPage.withHeaders(first.serial(), sequence, continued, part, body.bytes(at, length)));
        return length;
    }

    /// The whole file, with these pages before its sound.
    Source before(OggStreams streams) {
        Region whole = Region.of(first.body().source());
        Region sound = whole.part(last.end(), streams.firstEnd() - last.end());
        Splice headers = out.build();
        Splice.Builder file = Splice.builder();
        whole.part(0, first.end()).appendTo(file);
        file.copy(headers, 0, headers.size());
        if (after == before) {
            sound.appendTo(file);
        } else {
            RenumberedPages pages = new RenumberedPages(sound, streams.index(), after - before);
            file.copy(pages, 0, pages.size());
        }
        whole.after(streams.firstEnd()).appendTo(file);
        return file.build();
    }
}

package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One logical stream of an OGG file, with its header packets and the pages they stand on.
final class OggStream {
    /// Headers with more are made to exhaust the reader: 16 MiB, room for several pictures.
    private static final int LONGEST_HEADERS = 16 << 20;

    private static final int COMMENTS = 1;

    private final List<OggPage> pages = new ArrayList<>();
    private final List<Region> packets = new ArrayList<>();
    private Splice.Builder packet = Splice.builder();
    private OggCodec codec = OggCodec.UNKNOWN;
    private boolean complete;
    private boolean endsWithPage;
    private boolean ended;
    private boolean sound = true;
    private int nextSequence;
    private long headerBytes;

    OggStream(OggPage first) throws IOException {
        nextSequence = first.sequence();
        add(first);
    }

    /// Takes the next page of the stream.
    void add(OggPage page) throws IOException {
        sound &= page.sequence() == nextSequence;
        nextSequence = page.sequence() + 1;
        ended |= page.isLast();
        if (!complete) {
            sound &= page.isSound() && (packet.length() > 0) == page.isContinued();
            pages.add(page);
            headerBytes += page.end() - page.start();
            readPackets(page);
        }
    }

    private void readPackets(OggPage page) throws IOException {
        Region body = page.body();
        long at = 0;
        for (int i = 0; i < page.segments() && !complete; i++) {
            int length = page.segment(i);
            body.part(at, length).appendTo(packet);
            at += length;
            if (length < OggPage.FULL_SEGMENT) {
                packets.add(Region.of(packet.build()));
                packet = Splice.builder();
                if (packets.size() == 1) {
                    codec = OggCodec.of(packets.getFirst().head(16));
                }
                complete = packets.size() == codec.headers();
                endsWithPage = i == page.segments() - 1;
            }
        }
        complete |= headerBytes > LONGEST_HEADERS;
    }

    OggCodec codec() {
        return codec;
    }

    /// Whether its last page was seen.
    boolean ended() {
        return ended;
    }

    /// Whether no page is missing and those with headers are undamaged.
    boolean sound() {
        return sound;
    }

    /// Whether the headers were all read, the first alone on its page, and the last ends with a page.
    boolean hasTidyHeaders() {
        return packets.size() == codec.headers()
                && endsWithPage
                && pages.getFirst().body().length() == packets.getFirst().length()
                && pages.getFirst().start() == 0;
    }

    /// The pages with headers, the first included.
    List<OggPage> pages() {
        return pages;
    }

    /// The comments with what stands before them, if they can be read.
    Optional<VorbisComments> comments() throws IOException {
        if (packets.size() <= COMMENTS) {
            return Optional.empty();
        }
        Region found = packets.get(COMMENTS);
        String mark = codec.commentMark();
        byte[] head = found.head(codec.commentsFrom());
        return head.length < codec.commentsFrom() || !Bytes.startsWith(head, 0, head.length, mark)
                ? Optional.empty()
                : VorbisComments.read(found.after(head.length));
    }

    /// The packets behind the first, with other comments.
    List<Region> packetsWith(VorbisComments comments) {
        Splice.Builder changed = Splice.builder().insert(Bytes.latin1(codec.commentMark()));
        comments.toRegion().appendTo(changed);
        List<Region> after = new ArrayList<>(packets.subList(1, packets.size()));
        after.set(COMMENTS - 1, Region.of(changed.build()));
        return after;
    }

    void readLabels(Sightings sightings) throws IOException {
        if (codec == OggCodec.SKELETON) {
            return;
        }
        Optional<VorbisComments> comments = comments();
        if (comments.isPresent()) {
            Place place = codec.isGuided() ? Place.PRESCRIBED : Place.MISPLACED;
            comments.get().readLabels(place, "OGG " + codec + " comment", sightings);
        } else {
            sightings.unread("a stream of the OGG file has no comments that can be read");
        }
    }
}

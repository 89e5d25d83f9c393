package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import java.util.Arrays;

/// What an OGG stream carries, by the start of its first packet.
enum OggCodec {
    VORBIS("\u0001vorbis", "\u0003vorbis", 3),
    OPUS("OpusHead", "OpusTags", 2),
    /// Comments follow without a mark.
    SPEEX("Speex   ", "", 2),
    /// Comments are a metadata block with its header of 4 bytes, the first of which may have the mark of the last
    /// block.
    FLAC("\u007FFLAC", "", 2),
    THEORA("\u0080theora", "\u0081theora", 3),
    /// Describes other streams, has no comments.
    SKELETON("fishead\0", "", 1),
    UNKNOWN("", "", 1);

    private final String firstMark;
    private final String commentMark;
    private final int headers;

    OggCodec(String firstMark, String commentMark, int headers) {
        this.firstMark = firstMark;
        this.commentMark = commentMark;
        this.headers = headers;
    }

    static OggCodec of(byte[] head) {
        return Arrays.stream(values())
                .filter(codec -> Bytes.startsWith(head, 0, head.length, codec.firstMark))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /// How many packets come before the sound, or at least up to the comments.
    int headers() {
        return headers;
    }

    /// What the packet with the comments starts with.
    String commentMark() {
        return commentMark;
    }

    /// How many bytes stand before the comments.
    int commentsFrom() {
        return this == FLAC ? 4 : commentMark.length();
    }

    /// Whether the guide names a place for a label in it.
    boolean isGuided() {
        return this == VORBIS || this == OPUS;
    }
}

package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.ENCRYPTED;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Skimmed;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The tags of an FLV file (Adobe Flash Video File Format 10.1, annex E).
///
/// @param body where the tags begin, behind the size of the tag that is not there
/// @param scripts those of type 18
record FlvTags(long body, List<Tag> scripts) {
    static final int TAG_HEAD = 11;

    /// The size of a tag follows it.
    static final int BACK_POINTER = 4;

    private static final int SCRIPT = 18;
    private static final int ENCRYPTION = 0x20;
    private static final int LONGEST_HEAD = 4096;
    private static final int MAX_SCRIPTS = 100_000;

    /// A tag and the size behind it.
    record Tag(long start, int length) {
        long end() {
            return start + TAG_HEAD + length + BACK_POINTER;
        }
    }

    static FlvTags read(Source whole) throws IOException {
        Source file = new Skimmed(whole);
        byte[] head = file.bytes(0, (int) Math.min(9, file.size()));
        long body = head.length == 9 ? Bytes.u32(head, 5) + BACK_POINTER : 0;
        if (!Bytes.startsWith(head, 0, head.length, "FLV\u0001")
                || body < head.length + BACK_POINTER
                || body > Math.min(LONGEST_HEAD, file.size())) {
            throw MALFORMED.with("the film has no sound FLV header");
        }
        List<Tag> scripts = new ArrayList<>();
        boolean media = false;
        for (long at = body; at < file.size(); ) {
            if (file.size() - at < TAG_HEAD) {
                throw MALFORMED.with("the film ends inside a tag");
            }
            byte[] tag = file.bytes(at, TAG_HEAD);
            Tag one = new Tag(at, Bytes.u8(tag, 1) << 16 | Bytes.u16(tag, 2));
            requireSound(file, tag, one);
            if ((tag[0] & 0x1F) == SCRIPT) {
                if ((tag[0] & ENCRYPTION) != 0) {
                    throw ENCRYPTED.with("the script data of the film is encrypted");
                }
                scripts.add(one);
            } else {
                media = true;
            }
            if (scripts.size() > MAX_SCRIPTS) {
                throw TOO_LARGE.with("the film has more than " + MAX_SCRIPTS + " script tags");
            }
            at = one.end();
        }
        if (!media) {
            throw MALFORMED.with("the film holds neither pictures nor sound");
        }
        return new FlvTags(body, scripts);
    }

    private static void requireSound(Source file, byte[] head, Tag tag) {
        int type = head[0] & 0x1F;
        if (type != SCRIPT && type != 8 && type != 9) {
            throw MALFORMED.with("the film has no sound tag at byte " + tag.start);
        }
        if (tag.end() > file.size()) {
            throw MALFORMED.with("the film ends inside a tag");
        }
    }

    static byte[] data(Source file, Tag tag) throws IOException {
        return file.bytes(tag.start + TAG_HEAD, tag.length);
    }

    /// A script tag with the time of another, or of the beginning.
    static byte[] script(byte[] head, byte[] data) {
        if (data.length > 0xFF_FFFF) {
            throw TOO_LARGE.with("the script tag of the film would become too long");
        }
        byte[] size = Bytes.slice(ByteBuffer.allocate(4).putInt(data.length).array(), 1, 3);
        return ByteBuffer.allocate(TAG_HEAD + data.length + BACK_POINTER)
                .put((byte) SCRIPT)
                .put(size)
                .put(head, BACK_POINTER, TAG_HEAD - BACK_POINTER)
                .put(data)
                .putInt(TAG_HEAD + data.length)
                .array();
    }
}

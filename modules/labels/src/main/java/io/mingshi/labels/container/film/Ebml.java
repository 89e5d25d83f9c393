package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// An element in memory: an index, tags, something small. It does not change.
final class Ebml {
    private static final int LONGEST = 16 << 20;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_CHILDREN = 1_000_000;

    private final int id;
    private final byte[] content;
    private final List<Ebml> children;

    private Ebml(int id, byte[] content, List<Ebml> children) {
        this.id = id;
        this.content = content;
        this.children = List.copyOf(children);
    }

    static Ebml leaf(int id, byte[] content) {
        return new Ebml(id, content, List.of());
    }

    static Ebml master(int id, List<Ebml> children) {
        return new Ebml(id, new byte[0], children);
    }

    static Ebml read(Source file, EbmlElement element) throws IOException {
        if (element.isOpen() || element.length() > LONGEST) {
            throw TOO_LARGE.with("the film's element at byte " + element.start() + " is longer than " + LONGEST
                    + " bytes or of unknown size");
        }
        return parse(element.id(), file.bytes(element.content(), (int) element.length()), 0);
    }

    private static Ebml parse(int id, byte[] content, int depth) throws IOException {
        if (!Ids.MASTERS.contains(id)) {
            return leaf(id, content);
        }
        if (depth > MAX_DEPTH) {
            throw MALFORMED.with("the film's elements are nested too deep");
        }
        Source inside = Source.of(content);
        List<Ebml> children = new ArrayList<>();
        long at = 0;
        while (at < content.length) {
            EbmlElement child = EbmlElement.at(inside, at, content.length);
            if (child.isOpen() || children.size() >= MAX_CHILDREN) {
                throw MALFORMED.with("an element of the film's header has no sound size");
            }
            children.add(parse(child.id(), inside.bytes(child.content(), (int) child.length()), depth + 1));
            at = child.end();
        }
        return master(id, children);
    }

    int id() {
        return id;
    }

    List<Ebml> children() {
        return children;
    }

    List<Ebml> all(int wanted) {
        return children.stream().filter(child -> child.id == wanted).toList();
    }

    Optional<Ebml> first(int wanted) {
        return children.stream().filter(child -> child.id == wanted).findFirst();
    }

    Ebml with(List<Ebml> others) {
        return master(id, others);
    }

    Optional<String> text() {
        int length = content.length;
        while (length > 0 && content[length - 1] == 0) {
            length--;
        }
        return Bytes.utf8(content, 0, length);
    }

    String latin1() {
        return Bytes.latin1(content, 0, content.length);
    }

    int width() {
        return content.length;
    }

    /// The number, or -1 where it is none.
    long number() {
        return content.length > 8 ? -1 : EbmlElement.number(content, 0, content.length);
    }

    /// A number of at least this many bytes.
    static Ebml number(int id, long value, int width) {
        int needed = Math.max(1, (64 - Long.numberOfLeadingZeros(value) + 7) / 8);
        int length = Math.max(needed, Math.min(8, width));
        byte[] bytes = ByteBuffer.allocate(8).putLong(value).array();
        return leaf(id, Bytes.slice(bytes, 8 - length, length));
    }

    byte[] toBytes() {
        return toBytes(1);
    }

    /// The whole element, with a checksum that is right where there was one.
    ///
    /// @param sizeWidth how many bytes the size takes at least
    byte[] toBytes(int sizeWidth) {
        byte[] inside = children.isEmpty() ? content : childBytes();
        int width = Math.max(sizeWidth, sizeWidth(inside.length));
        return ByteBuffer.allocate(idWidth(id) + width + inside.length)
                .put(idBytes(id))
                .put(size(inside.length, width))
                .put(inside)
                .array();
    }

    private byte[] childBytes() {
        boolean checked = children.getFirst().id == Ids.CRC_32;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        children.stream().skip(checked ? 1 : 0).forEach(child -> out.writeBytes(child.toBytes()));
        if (!checked) {
            return out.toByteArray();
        }
        CRC32 crc = new CRC32();
        crc.update(out.toByteArray());
        byte[] sum = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
        byte[] first = leaf(Ids.CRC_32, sum).toBytes();
        return ByteBuffer.allocate(first.length + out.size())
                .put(first)
                .put(out.toByteArray())
                .array();
    }

    static byte[] idBytes(int id) {
        byte[] bytes = ByteBuffer.allocate(4).putInt(id).array();
        return Bytes.slice(bytes, 4 - idWidth(id), idWidth(id));
    }

    private static int idWidth(int id) {
        return (32 - Integer.numberOfLeadingZeros(id) + 7) / 8;
    }

    /// All ones are kept for the unknown size.
    static int sizeWidth(long size) {
        int width = 1;
        while (size >= (1L << (7 * width)) - 1) {
            width++;
        }
        return width;
    }

    static byte[] size(long size, int width) {
        byte[] bytes = ByteBuffer.allocate(8).putLong(size | 1L << (7 * width)).array();
        return Bytes.slice(bytes, 8 - width, width);
    }

    /// An element without meaning that takes exactly this many bytes, at least 2.
    static byte[] filler(int length) {
        int width = Math.min(8, length - 1);
        return ByteBuffer.allocate(length)
                .put((byte) Ids.VOID)
                .put(size(length - 1L - width, width))
                .array();
    }
}

package io.mingshi.labels.c2pa;

import io.mingshi.labels.container.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;

/// Writes JUMBF boxes (ISO/IEC 19566-5) as C2PA uses them.
final class Jumbf {
    /// The length and type in front of a box.
    static final int HEAD = 8;

    /// Every content type of C2PA, and those of CBOR and JSON, is four letters and this.
    static final byte[] TYPE_TAIL = HexFormat.of().parseHex("00110010800000AA00389B71");

    /// Others may refer to the box by its label.
    private static final byte REQUESTABLE_WITH_LABEL = 3;

    private Jumbf() {}

    static byte[] box(String type, byte[]... parts) {
        int length = HEAD + Stream.of(parts).mapToInt(part -> part.length).sum();
        ByteBuffer box = ByteBuffer.allocate(length).putInt(length).put(Bytes.latin1(type));
        for (byte[] part : parts) {
            box.put(part);
        }
        return box.array();
    }

    /// A box that describes itself and holds others.
    static byte[] superbox(String kind, String label, byte[]... boxes) {
        byte[] description = box(
                "jumd",
                Bytes.latin1(kind),
                TYPE_TAIL,
                new byte[] {REQUESTABLE_WITH_LABEL},
                (label + "\0").getBytes(StandardCharsets.UTF_8));
        byte[][] all = Stream.concat(Stream.of(description), Stream.of(boxes)).toArray(byte[][]::new);
        return box("jumb", all);
    }
}

package io.mingshi.labels.c2pa;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Puts a store behind the first box of a file made of boxes, as C2PA wants it in films; for tests of the hash alone.
record FilmHost() implements ManifestHost {
    private static final byte[] TYPE = HexFormat.of().parseHex("D8FEC3D61B0E483C92975828877EC481");
    private static final byte[] PURPOSE = Bytes.latin1("\0\0\0\0manifest\0\0\0\0\0\0\0\0\0");
    private static final int WRAPPING = 8 + TYPE.length + PURPOSE.length;

    /// A file type box, one with a secret in it, and one of this many bytes.
    static byte[] film(int length) {
        byte[] type = Jumbf.box("ftyp", Bytes.latin1("isom\0\0\2\0isomiso2"));
        byte[] free = Jumbf.box("free", Bytes.latin1("nothing"));
        byte[] media = Jumbf.box("mdat", new byte[length]);
        return ByteBuffer.allocate(type.length + free.length + media.length)
                .put(type)
                .put(free)
                .put(media)
                .array();
    }

    private static boolean has(Source file, long at) throws IOException {
        return Bytes.latin1(file.bytes(at + 4, 4), 0, 4).equals("uuid");
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        long at = Bytes.u32(file.bytes(0, 4), 0);
        if (!has(file, at)) {
            return Optional.empty();
        }
        long length = Bytes.u32(file.bytes(at, 4), 0) - WRAPPING;
        return Optional.of(
                new Found(Splice.builder().copy(file, at + WRAPPING, length).build(), List.of()));
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        long at = Bytes.u32(file.bytes(0, 4), 0);
        long old = has(file, at) ? Bytes.u32(file.bytes(at, 4), 0) : 0;
        return new Hosted(Splice.replace(file, at, old, Jumbf.box("uuid", TYPE, PURPOSE, store)), List.of());
    }
}

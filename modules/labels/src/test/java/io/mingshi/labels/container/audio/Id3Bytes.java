package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundFiles.concat;
import static io.mingshi.labels.container.audio.SoundFiles.latin1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// ID3v2 tags in forms that are not written by the library.
final class Id3Bytes {
    private Id3Bytes() {}

    static byte[] syncsafe(int number) {
        return new byte[] {
            (byte) (number >> 21 & 0x7F),
            (byte) (number >> 14 & 0x7F),
            (byte) (number >> 7 & 0x7F),
            (byte) (number & 0x7F)
        };
    }

    static byte[] plain(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    static byte[] tag(int version, int flags, byte[]... parts) {
        byte[] body = concat(parts);
        return concat(latin1("ID3"), new byte[] {(byte) version, 0, (byte) flags}, syncsafe(body.length), body);
    }

    static byte[] frame(int version, String id, int format, byte[] body) {
        return switch (version) {
            case 2 ->
                concat(
                        latin1(id),
                        new byte[] {(byte) (body.length >> 16), (byte) (body.length >> 8), (byte) body.length},
                        body);
            case 3 -> concat(latin1(id), plain(body.length), new byte[] {0, (byte) format}, body);
            default -> concat(latin1(id), syncsafe(body.length), new byte[] {0, (byte) format}, body);
        };
    }

    static byte[] text(int version, String id, String value) {
        return frame(version, id, 0, concat(new byte[1], latin1(value)));
    }

    static byte[] user(int version, int encoding, String description, String value) {
        return frame(version, version == 2 ? "TXX" : "TXXX", 0, described(encoding, description, value));
    }

    static byte[] described(int encoding, String description, String value) {
        Charset charset = List.of(
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_8)
                .get(encoding);
        byte[] end = new byte[encoding == 1 || encoding == 2 ? 2 : 1];
        return concat(new byte[] {(byte) encoding}, description.getBytes(charset), end, value.getBytes(charset));
    }

    static byte[] unsynchronised(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i]);
            boolean before = i + 1 == bytes.length || bytes[i + 1] == 0 || (bytes[i + 1] & 0xE0) == 0xE0;
            if (bytes[i] == -1 && before) {
                out.write(0);
            }
        }
        return out.toByteArray();
    }
}

package io.mingshi.labels.container.image;

import static io.mingshi.labels.container.image.JpegSegments.APP1;
import static io.mingshi.labels.container.image.JpegSegments.EXTENDED_XMP;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.image.JpegSegments.Segment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of the XMP of a JPEG file that does not fit into one segment (XMP specification part 3, clause 1.1.3.1).
final class ExtendedXmp {
    /// Content beyond this is not put together: depth maps of cameras reach it, labels never.
    static final int LONGEST = 1 << 20;

    private static final int PART = 65_400;
    private static final int HEAD = 32 + 4 + 4;
    private static final Pattern NAMED =
            Pattern.compile("HasExtendedXMP(?:\\s*=\\s*[\"']|[^>]{0,200}>\\s*)([0-9A-Fa-f]{32})");

    private final String guid;
    private final byte[] content;

    /// @param content an XMP packet without its wrapper
    ExtendedXmp(byte[] content) {
        this.guid = md5(content);
        this.content = content;
    }

    /// The MD5 sum of the content in hexadecimal digits, which the standard packet names.
    String guid() {
        return guid;
    }

    byte[] content() {
        return content;
    }

    /// The name of the extension in a standard packet.
    static Optional<String> named(byte[] standard) {
        Matcher named = NAMED.matcher(new String(standard, StandardCharsets.UTF_8));
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /// Puts the parts of this name together, or nothing if one is missing, damaged or all are too long.
    static Optional<ExtendedXmp> read(JpegSegments jpeg, String guid) throws IOException {
        byte[] content = new byte[0];
        int filled = 0;
        for (Segment segment : jpeg.segments()) {
            if (!jpeg.is(segment, APP1, EXTENDED_XMP) || segment.length() < EXTENDED_XMP.length() + HEAD) {
                continue;
            }
            byte[] part = jpeg.after(segment, EXTENDED_XMP);
            if (!Bytes.latin1(part, 0, 32).equalsIgnoreCase(guid)) {
                continue;
            }
            long length = Bytes.u32(part, 32);
            long offset = Bytes.u32(part, 36);
            int size = part.length - HEAD;
            if (length > LONGEST || offset + size > length) {
                return Optional.empty();
            }
            content = content.length == 0 ? new byte[(int) length] : content;
            if (content.length != length) {
                return Optional.empty();
            }
            System.arraycopy(part, HEAD, content, (int) offset, size);
            filled += size;
        }
        boolean whole = filled > 0 && filled == content.length && md5(content).equalsIgnoreCase(guid);
        return whole ? Optional.of(new ExtendedXmp(content)) : Optional.empty();
    }

    /// The segments to write, markers and all.
    List<byte[]> segments() {
        List<byte[]> segments = new ArrayList<>();
        for (int at = 0; at < content.length; at += PART) {
            int size = Math.min(PART, content.length - at);
            segments.add(ByteBuffer.allocate(4 + EXTENDED_XMP.length() + HEAD + size)
                    .put((byte) 0xFF)
                    .put((byte) APP1)
                    .putShort((short) (2 + EXTENDED_XMP.length() + HEAD + size))
                    .put(Bytes.latin1(EXTENDED_XMP))
                    .put(Bytes.latin1(guid))
                    .putInt(content.length)
                    .putInt(at)
                    .put(content, at, size)
                    .array());
        }
        return segments;
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

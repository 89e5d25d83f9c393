package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.container.image.JpegSegments.APP1;
import static io.mingshi.labels.container.image.JpegSegments.XMP;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Xmp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The XMP segments of a labelled JPEG file: the label always in the standard packet, the properties of others beside
/// it or, where they do not fit, in an extension.
final class JpegXmp {
    /// The longest packet that fits into one segment.
    private static final int LONGEST_PACKET = 0xFFFF - 2 - XMP.length();

    private JpegXmp() {}

    /// The segments to write, markers and all.
    static List<byte[]> segments(Optional<byte[]> standard, Optional<ExtendedXmp> extended, String json) {
        Optional<ExtendedXmp> clean = extended.flatMap(JpegXmp::withoutLabels);
        String packet = new String(LabelPacket.of(standard, json), StandardCharsets.UTF_8);
        if (extended.isPresent() && clean.isPresent()) {
            packet = packet.replace(named(standard), clean.get().guid());
        }
        if (fits(packet)) {
            return joined(packet, clean);
        }
        Optional<XmpTree> others = standard.flatMap(XmpTree::withoutLabels);
        Optional<XmpTree> more = clean.flatMap(found -> XmpTree.withoutLabels(found.content()));
        if (others.isPresent() && more.isPresent()) {
            others.get().with(more.get());
        }
        Optional<ExtendedXmp> moved = others.map(tree -> new ExtendedXmp(tree.xml()));
        String shortened = moved.isPresent() ? pointing(json, moved.get().guid()) : Xmp.packet(json);
        if (!fits(shortened)) {
            throw TOO_LARGE.with("the label has " + json.length() + " characters; it does not fit into a JPEG segment");
        }
        return joined(shortened, moved);
    }

    private static String named(Optional<byte[]> standard) {
        return standard.flatMap(ExtendedXmp::named).orElseThrow();
    }

    private static Optional<ExtendedXmp> withoutLabels(ExtendedXmp extended) {
        return new String(extended.content(), StandardCharsets.UTF_8).contains("AIGC")
                ? XmpTree.withoutLabels(extended.content()).map(tree -> new ExtendedXmp(tree.xml()))
                : Optional.of(extended);
    }

    private static String pointing(String json, String guid) {
        return Xmp.packet(json)
                .replace(
                        "</rdf:RDF>",
                        "<rdf:Description rdf:about=\"\" xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\""
                                + " xmpNote:HasExtendedXMP=\"" + guid + "\"/></rdf:RDF>");
    }

    private static boolean fits(String packet) {
        return packet.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PACKET;
    }

    private static List<byte[]> joined(String packet, Optional<ExtendedXmp> extended) {
        List<byte[]> segments = new ArrayList<>();
        segments.add(segment(APP1, XMP, packet.getBytes(StandardCharsets.UTF_8)));
        extended.ifPresent(found -> segments.addAll(found.segments()));
        return segments;
    }

    /// One segment with marker, length and identifier.
    static byte[] segment(int marker, String identifier, byte[] content) {
        int length = 2 + identifier.length() + content.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 2);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(Bytes.latin1(identifier));
        out.writeBytes(content);
        return out.toByteArray();
    }
}

package io.mingshi.labels.container;

import io.mingshi.labels.container.LabelSite.Place;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The few entries of an EXIF block that matter here: orientation, and the two texts where producers put labels.
public final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int IMAGE_DESCRIPTION = 0x010E;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int USER_COMMENT = 0x9286;

    /// A camera writes fewer than a hundred.
    private static final int MAX_ENTRIES = 1_000;

    private static final int LONGEST_TEXT = 65_536;

    private final byte[] tiff;
    private final boolean littleEndian;
    private final List<LabelSite> sites = new ArrayList<>();
    private final List<Range> labels = new ArrayList<>();
    private int orientationAt = -1;
    private Optional<String> flaw = Optional.empty();
    private int orientation = 1;

    private record Range(int start, int length) {}

    private record Entry(int type, long count, int valueAt) {}

    private Exif(byte[] tiff) {
        this.tiff = tiff;
        this.littleEndian = tiff.length > 0 && tiff[0] == 'I';
    }

    /// Reads a TIFF block; what is wrong with it is told to [#addTo].
    public static Exif read(byte[] tiff) {
        Exif exif = new Exif(tiff);
        exif.read();
        return exif;
    }

    /// The orientation, 1 to 8; 1 where none is given.
    public int orientation() {
        return orientation;
    }

    /// Whether the block could be read to its end; nobody can use one that cannot, and it may hide a label.
    public boolean isReadable() {
        return flaw.isEmpty();
    }

    /// The block with spaces in the place of its labels and all else where it was.
    public byte[] withoutLabels() {
        byte[] without = tiff.clone();
        for (Range label : labels) {
            byte[] text = Bytes.slice(without, label.start, label.length);
            boolean readable = AigcText.in(Bytes.latin1(text, 0, text.length)).isPresent();
            byte[] blanked = readable ? AigcText.blanked(text) : new byte[text.length];
            System.arraycopy(blanked, 0, without, label.start, blanked.length);
        }
        return without;
    }

    /// The block for a picture whose pixels now stand upright.
    public byte[] upright() {
        byte[] upright = tiff.clone();
        if (orientationAt >= 0) {
            upright[orientationAt] = (byte) (littleEndian ? 1 : 0);
            upright[orientationAt + 1] = (byte) (littleEndian ? 0 : 1);
        }
        return upright;
    }

    /// Notes the labels and flaws of the block.
    public void addTo(Sightings sightings, String location) {
        sites.forEach(site -> sightings.site(site.place(), location + " " + site.location(), site.text()));
        flaw.ifPresent(sentence -> sightings.unread("the EXIF block of " + location + " " + sentence));
    }

    private void read() {
        boolean header =
                Bytes.startsWith(tiff, 0, tiff.length, "II*\0") || Bytes.startsWith(tiff, 0, tiff.length, "MM\0*");
        if (!header || tiff.length < 8) {
            flaw = Optional.of("has no TIFF header");
            return;
        }
        Map<Integer, Entry> main = directory(u32(4));
        Optional.ofNullable(main.get(IMAGE_DESCRIPTION))
                .ifPresent(entry -> label(entry, 0, Place.MISPLACED, "ImageDescription"));
        Entry turned = main.get(ORIENTATION);
        if (turned != null && turned.type == 3) {
            int value = u16(turned.valueAt);
            orientation = value >= 1 && value <= 8 ? value : 1;
            orientationAt = turned.valueAt;
        }
        Entry deeper = main.get(EXIF_DIRECTORY);
        if (deeper != null) {
            Optional.ofNullable(directory(u32(deeper.valueAt)).get(USER_COMMENT))
                    .ifPresent(entry -> label(entry, 8, Place.ALTERNATIVE, "UserComment"));
        }
    }

    private void label(Entry entry, int skip, Place place, String location) {
        value(entry, skip).flatMap(AigcText::in).ifPresent(text -> {
            sites.add(new LabelSite(place, location, text));
            labels.add(new Range((int) start(entry) + skip, (int) entry.count - skip));
        });
    }

    private long start(Entry entry) {
        return entry.count <= 4 ? entry.valueAt : u32(entry.valueAt);
    }

    private Map<Integer, Entry> directory(long offset) {
        Map<Integer, Entry> entries = new HashMap<>();
        if (offset < 8 || offset > tiff.length - 2L) {
            flaw = Optional.of("points outside itself");
            return entries;
        }
        int count = u16((int) offset);
        long end = offset + 2 + 12L * count;
        if (count > MAX_ENTRIES || end > tiff.length) {
            flaw = Optional.of("ends inside a directory");
            return entries;
        }
        for (int at = (int) offset + 2; at < end; at += 12) {
            entries.putIfAbsent(u16(at), new Entry(u16(at + 2), u32(at + 4), at + 8));
        }
        return entries;
    }

    private Optional<String> value(Entry entry, int skip) {
        boolean bytes = entry.type == 1 || entry.type == 2 || entry.type == 7;
        long start = start(entry);
        if (!bytes || start + entry.count > tiff.length || entry.count > LONGEST_TEXT) {
            flaw = Optional.of("holds a text that cannot be read");
            return Optional.empty();
        }
        int length = (int) entry.count - skip;
        if (length > 0 && skip > 0 && Bytes.startsWith(tiff, (int) start, skip, "UNICODE")) {
            Charset utf16 = littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return Optional.of(new String(tiff, (int) start + skip, length, utf16));
        }
        return length <= 0
                ? Optional.empty()
                : Bytes.utf8(tiff, (int) start + skip, length)
                        .or(() -> Optional.of(Bytes.latin1(tiff, (int) start + skip, length)));
    }

    private int u16(int at) {
        return littleEndian ? Bytes.u16le(tiff, at) : Bytes.u16(tiff, at);
    }

    private long u32(int at) {
        return littleEndian ? Bytes.u32le(tiff, at) : Bytes.u32(tiff, at);
    }
}

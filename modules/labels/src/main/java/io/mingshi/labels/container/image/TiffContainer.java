package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.TiffDirectories.Directory;
import io.mingshi.labels.container.image.TiffDirectories.Entry;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Classic TIFF: the label is a property of the XMP packet in tag 0x02BC of the first directory.
///
/// Packet and directory are written anew at the end of the file; strips and tiles stay where they are.
public final class TiffContainer implements Container {
    private static final int XMP = 0x02BC;
    private static final int C2PA = 0xCD41;
    private static final int USER_COMMENT = 0x9286;
    private static final int UNDEFINED = 7;

    /// The character code before the text of a user comment.
    private static final int CHARACTER_CODE = 8;

    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_PACKET = 1 << 20;

    /// All texts of all pages together are not more.
    private static final long MAX_TEXTS = 16L << 20;

    /// A container; it has no state.
    public TiffContainer() {}

    /// A text with a label in it.
    private record Found(Entry entry, int skip, Place place, String location, String text) {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        if (isBig(file)) {
            sightings.unread("BigTIFF is not read");
            return sightings;
        }
        TiffDirectories tiff = TiffDirectories.read(file, sightings);
        for (Directory page : tiff.pages()) {
            boolean first = page.offset() == tiff.pages().getFirst().offset();
            for (Entry entry : page.entries()) {
                if (entry.tag() == XMP) {
                    readXmp(file, entry, first, sightings);
                }
            }
        }
        for (Found found : texts(file, tiff, sightings)) {
            sightings.site(found.place, found.location, found.text);
        }
        return sightings;
    }

    private static boolean isBig(Source file) throws IOException {
        Cursor cursor = new Cursor(file);
        return cursor.reads(0, "II+\0") || cursor.reads(0, "MM\0+");
    }

    private static void readXmp(Source file, Entry entry, boolean first, Sightings sightings) throws IOException {
        if (!isPacket(file, entry)) {
            sightings.unread("the XMP packet of the TIFF file cannot be read");
        } else {
            Xmp.read(
                    value(file, entry),
                    "TIFF tag 0x02BC",
                    first && entry.isBytes() ? Place.PRESCRIBED : Place.MISPLACED,
                    sightings);
        }
    }

    private static boolean isPacket(Source file, Entry entry) {
        return isInside(file, entry) && entry.length() > 0 && entry.length() <= LONGEST_PACKET;
    }

    private static boolean isInside(Source file, Entry entry) {
        return entry.valueAt() <= file.size() - entry.length();
    }

    private static byte[] value(Source file, Entry entry) throws IOException {
        return file.bytes(entry.valueAt(), (int) entry.length());
    }

    private static List<Found> texts(Source file, TiffDirectories tiff, Sightings sightings) throws IOException {
        List<Found> found = new ArrayList<>();
        long budget = MAX_TEXTS;
        for (Directory page : tiff.pages()) {
            List<Entry> entries = new ArrayList<>(
                    page.entries().stream().filter(Entry::isText).toList());
            tiff.exif(page).flatMap(exif -> exif.find(USER_COMMENT)).ifPresent(entries::add);
            for (Entry entry : entries) {
                budget -= entry.length();
                if (entry.length() > LONGEST_TEXT || budget < 0 || !isInside(file, entry)) {
                    sightings.unread("a text of the TIFF file cannot be read");
                    return found;
                }
                text(file, entry).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Found> text(Source file, Entry entry) throws IOException {
        boolean comment = entry.tag() == USER_COMMENT;
        int skip = comment ? (int) Math.min(CHARACTER_CODE, entry.length()) : 0;
        byte[] value = value(file, entry);
        return AigcText.in(Bytes.utf8(value, skip, value.length - skip)
                        .orElseGet(() -> Bytes.latin1(value, skip, value.length - skip)))
                .map(text -> new Found(
                        entry,
                        skip,
                        comment ? Place.ALTERNATIVE : Place.MISPLACED,
                        comment ? "TIFF UserComment" : "TIFF tag " + entry.tag(),
                        text));
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        if (isBig(file)) {
            throw UNSUPPORTED.with("BigTIFF is not labelled here; write the picture as TIFF of less than 4 GiB");
        }
        Sightings flaws = new Sightings();
        TiffDirectories tiff = TiffDirectories.read(file, flaws);
        LabelPacket.requireSound(flaws);
        requireOnePage(file, tiff);
        Directory first = tiff.pages().getFirst();
        Optional<Entry> existing = first.find(XMP).filter(entry -> isPacket(file, entry));
        byte[] packet = LabelPacket.of(
                existing.isPresent() ? Optional.of(value(file, existing.get())) : Optional.empty(), json);
        Map<Long, byte[]> changes = withoutLabels(file, tiff);
        if (existing.isPresent() && !tiff.isShared(existing.get())) {
            changes.put(existing.get().valueAt(), new byte[(int) existing.get().length()]);
        }
        long packetAt = file.size() + file.size() % 2;
        long directoryAt = packetAt + packet.length + packet.length % 2;
        byte[] directory = directory(file, tiff, packetAt, packet.length);
        if (directoryAt + directory.length > 0xFFFFFFFFL) {
            throw TOO_LARGE.with("the TIFF file has no room for a label; it may have 4 GiB at most");
        }
        changes.put(
                4L,
                ByteBuffer.allocate(4)
                        .order(tiff.order())
                        .putInt((int) directoryAt)
                        .array());
        return changed(file, changes)
                .insert(new byte[(int) (packetAt - file.size())])
                .insert(packet)
                .insert(new byte[packet.length % 2])
                .insert(directory)
                .build();
    }

    private static void requireOnePage(Source file, TiffDirectories tiff) throws IOException {
        for (Directory page : tiff.pages().subList(1, tiff.pages().size())) {
            Sightings labels = new Sightings();
            for (Entry entry : page.entries()) {
                if (entry.tag() == XMP) {
                    readXmp(file, entry, false, labels);
                }
            }
            if (!labels.sites().isEmpty()) {
                throw UNSUPPORTED.with(
                        "a further page of the TIFF file carries a label of its own;" + " take the pages apart first");
            }
        }
    }

    private static Map<Long, byte[]> withoutLabels(Source file, TiffDirectories tiff) throws IOException {
        Map<Long, byte[]> changes = new TreeMap<>();
        for (Found found : texts(file, tiff, new Sightings())) {
            if (tiff.isShared(found.entry)) {
                throw MALFORMED.with("a label of the TIFF file lies in bytes that are used twice");
            }
            byte[] value = value(file, found.entry);
            byte[] blanked = AigcText.blanked(Bytes.slice(value, found.skip, value.length - found.skip));
            changes.put(found.entry.valueAt() + found.skip, blanked);
        }
        return changes;
    }

    private static Splice.Builder changed(Source file, Map<Long, byte[]> changes) {
        Splice.Builder out = Splice.builder();
        for (Map.Entry<Long, byte[]> change : new TreeMap<>(changes).entrySet()) {
            out.copy(file, out.length(), change.getKey() - out.length()).insert(change.getValue());
        }
        return out.copy(file, out.length(), file.size() - out.length());
    }

    private static byte[] directory(Source file, TiffDirectories tiff, long packetAt, int packetLength)
            throws IOException {
        Directory first = tiff.pages().getFirst();
        List<ByteBuffer> entries = new ArrayList<>();
        for (Entry entry : first.entries()) {
            if (entry.tag() != XMP && entry.tag() != C2PA) {
                entries.add(ByteBuffer.wrap(file.bytes(entry.at(), 12)).order(tiff.order()));
            }
        }
        entries.add(ByteBuffer.allocate(12)
                .order(tiff.order())
                .putShort((short) XMP)
                .putShort((short) UNDEFINED)
                .putInt(packetLength)
                .putInt((int) packetAt)
                .flip());
        entries.sort(Comparator.comparingInt(entry -> entry.getShort(0) & 0xFFFF));
        ByteBuffer directory = ByteBuffer.allocate(6 + 12 * entries.size()).order(tiff.order());
        directory.putShort((short) entries.size());
        entries.forEach(directory::put);
        return directory.putInt((int) first.next()).array();
    }
}

package io.mingshi.labels.container.image;

import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The image file directories of a classic TIFF file (TIFF 6.0, section 2), one for each page.
final class TiffDirectories {
    private static final int MAX_DIRECTORIES = 1_000;

    /// A page has some tens of entries, a raw photograph a few hundred.
    private static final int MAX_ENTRIES = 4_000;

    /// Strips and tiles that are looked at: enough for a picture of gigabytes.
    private static final int MAX_PARTS = 4_000_000;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_COUNTS = 279;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_COUNTS = 325;
    private static final int EXIF = 0x8769;
    private static final int SHORT = 3;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Cursor cursor;
    private final Sightings sightings;
    private final List<Directory> pages = new ArrayList<>();
    private boolean littleEndian;

    /// @param valueAt where the value itself stands
    /// @param length of the value
    record Entry(int tag, int type, long count, long at, long valueAt, long length) {
        boolean isText() {
            return type == 2;
        }

        boolean isBytes() {
            return type == 1 || type == 7;
        }
    }

    /// @param offset where it starts
    /// @param next where the next one starts, 0 if it is the last
    record Directory(long offset, List<Entry> entries, long next) {
        Directory {
            entries = List.copyOf(entries);
        }

        Optional<Entry> find(int tag) {
            return entries.stream().filter(entry -> entry.tag == tag).findFirst();
        }

        long end() {
            return offset + 6 + 12L * entries.size();
        }
    }

    private TiffDirectories(Source file, Sightings sightings) {
        this.cursor = new Cursor(file);
        this.sightings = sightings;
    }

    /// Reads the directories as far as they are sound; what is wrong is told to the sightings.
    static TiffDirectories read(Source file, Sightings sightings) throws IOException {
        TiffDirectories tiff = new TiffDirectories(file, sightings);
        tiff.read();
        return tiff;
    }

    private void read() throws IOException {
        littleEndian = cursor.reads(0, "II");
        if ((!cursor.reads(0, "II*\0") && !cursor.reads(0, "MM\0*")) || !cursor.has(0, 8)) {
            sightings.flaw("the file does not begin as TIFF does");
            return;
        }
        Set<Long> seen = new HashSet<>();
        for (long offset = u32(4); offset != 0; offset = pages.getLast().next) {
            if (!seen.add(offset) || pages.size() >= MAX_DIRECTORIES) {
                sightings.flaw("the TIFF directories do not end");
                return;
            }
            Optional<Directory> page = directory(offset);
            if (page.isEmpty()) {
                sightings.flaw("a TIFF directory lies outside the file");
                return;
            }
            pages.add(page.get());
        }
        requirePicture();
    }

    private Optional<Directory> directory(long offset) throws IOException {
        if (offset < 8 || !cursor.has(offset, 2)) {
            return Optional.empty();
        }
        int count = u16(offset);
        if (count > MAX_ENTRIES || !cursor.has(offset, 6 + 12L * count)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(entry(offset + 2 + 12L * i));
        }
        return Optional.of(new Directory(offset, entries, u32(offset + 2 + 12L * count)));
    }

    private Entry entry(long at) throws IOException {
        int type = u16(at + 2);
        long count = u32(at + 4);
        long length = count * (type < SIZES.length ? SIZES[type] : 0);
        return new Entry(u16(at), type, count, at, length <= 4 ? at + 8 : u32(at + 8), length);
    }

    private void requirePicture() throws IOException {
        if (pages.isEmpty()
                || pages.getFirst().find(WIDTH).isEmpty()
                || pages.getFirst().find(HEIGHT).isEmpty()) {
            sightings.flaw("the TIFF file holds no picture");
            return;
        }
        for (Directory page : pages) {
            for (Entry entry : page.entries) {
                if (!cursor.has(entry.valueAt, entry.length)) {
                    sightings.flaw("a value of a TIFF directory lies outside the file");
                    return;
                }
            }
            if (overlapsParts(page, cursor.size(), Long.MAX_VALUE)) {
                sightings.flaw("a part of the TIFF picture lies outside the file");
                return;
            }
        }
    }

    private boolean overlapsParts(Directory page, long from, long to) throws IOException {
        return overlapsParts(page, STRIP_OFFSETS, STRIP_COUNTS, from, to)
                || overlapsParts(page, TILE_OFFSETS, TILE_COUNTS, from, to);
    }

    private boolean overlapsParts(Directory page, int offsets, int counts, long from, long to) throws IOException {
        Optional<Entry> where = page.find(offsets);
        Optional<Entry> sizes = page.find(counts);
        if (where.isEmpty() || sizes.isEmpty()) {
            return false;
        }
        long parts = Math.min(where.get().count, sizes.get().count);
        for (long i = 0; i < Math.min(parts, MAX_PARTS); i++) {
            long start = number(where.get(), i);
            long end = start + number(sizes.get(), i);
            if (start < to && end > from) {
                return true;
            }
        }
        return parts > MAX_PARTS;
    }

    private long number(Entry entry, long index) throws IOException {
        return entry.type == SHORT ? u16(entry.valueAt + 2 * index) : u32(entry.valueAt + 4 * index);
    }

    /// Whether anything but this value stands in its bytes, so that they must not be changed.
    boolean isShared(Entry value) throws IOException {
        long from = value.valueAt;
        long to = from + value.length;
        if (from < 8) {
            return true;
        }
        for (Directory page : pages) {
            List<Directory> all = new ArrayList<>(List.of(page));
            exif(page).ifPresent(all::add);
            for (Directory directory : all) {
                boolean inside = value.length > 4 && directory.offset < to && directory.end() > from;
                if (inside || directory.entries.stream().anyMatch(other -> isOther(other, value))) {
                    return true;
                }
            }
            if (overlapsParts(page, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(Entry entry, Entry value) {
        return entry.at != value.at
                && entry.length > 4
                && entry.valueAt < value.valueAt + value.length
                && entry.valueAt + entry.length > value.valueAt;
    }

    /// The EXIF directory of a page.
    Optional<Directory> exif(Directory page) throws IOException {
        Optional<Entry> pointer = page.find(EXIF);
        return pointer.isPresent() ? directory(u32(pointer.get().at + 8)) : Optional.empty();
    }

    /// In file order, the first page first.
    List<Directory> pages() {
        return pages;
    }

    ByteOrder order() {
        return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    private int u16(long at) throws IOException {
        return littleEndian ? cursor.u16le(at) : cursor.u16(at);
    }

    private long u32(long at) throws IOException {
        return littleEndian ? cursor.u32le(at) : cursor.u32(at);
    }
}

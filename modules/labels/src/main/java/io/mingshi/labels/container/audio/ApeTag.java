package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An APE tag of version 1 or 2 behind the sound.
///
/// @param whole header if it has one, items and footer
/// @param items in order
/// @param footer the last 32 bytes
record ApeTag(Region whole, List<Item> items, Region footer) {
    private static final String MAGIC = "APETAGEX";
    private static final int FOOTER = 32;
    private static final int HAS_HEADER = 0x8000_0000;
    private static final int IS_HEADER = 0x2000_0000;
    private static final int MAX_ITEMS = 10_000;

    /// Longer names are not allowed.
    private static final int LONGEST_KEY = 255;

    /// One item.
    ///
    /// @param whole sizes, flags, name and value
    record Item(Region whole, String key, Region value) {
        private boolean isLabel() {
            return key.equalsIgnoreCase("AIGC");
        }

        private void readLabel(Sightings sightings) throws IOException {
            if (isLabel()) {
                StrayLabels.label(value, Place.MISPLACED, "APE item AIGC", sightings);
            } else if (!key.startsWith("Cover Art")) {
                StrayLabels.read(value, "APE item " + key, sightings);
            }
        }

        private boolean carriesLabel() throws IOException {
            if (isLabel()) {
                return true;
            }
            if (key.startsWith("Cover Art") || value.length() > StrayLabels.LONGEST_SEARCHED) {
                return false;
            }
            byte[] bytes = value.bytes();
            return AigcText.in(Bytes.latin1(bytes, 0, bytes.length)).isPresent();
        }
    }

    /// Whether the footer of such a tag ends here.
    static boolean endsAt(Source file, long from, long end) throws IOException {
        return end - from >= FOOTER && Bytes.startsWith(file.bytes(end - FOOTER, 8), 0, 8, MAGIC);
    }

    /// The tag that ends here, or nothing if its sizes do not fit.
    static Optional<ApeTag> read(Source file, long from, long end) throws IOException {
        byte[] footer = file.bytes(end - FOOTER, FOOTER);
        long size = Bytes.u32le(footer, 12);
        long header = (Bytes.u32le(footer, 20) & HAS_HEADER) != 0 ? FOOTER : 0;
        if (size < FOOTER || size + header > end - from) {
            return Optional.empty();
        }
        Region whole = new Region(file, end - size - header, size + header);
        Optional<List<Item>> items = items(whole.part(header, size - FOOTER), Bytes.u32le(footer, 16));
        return items.map(found -> new ApeTag(whole, found, new Region(file, end - FOOTER, FOOTER)));
    }

    private static Optional<List<Item>> items(Region area, long count) throws IOException {
        List<Item> items = new ArrayList<>();
        long at = 0;
        while (items.size() < Math.min(count, MAX_ITEMS) && at + 8 < area.length()) {
            Region rest = area.after(at);
            byte[] head = rest.head(8 + LONGEST_KEY + 1);
            int keyEnd = Id3Text.end(head, 8, Id3Text.LATIN_1);
            long length = keyEnd + 1 + Bytes.u32le(head, 0);
            if (keyEnd == head.length || length > rest.length()) {
                return Optional.empty();
            }
            Region item = rest.part(0, length);
            items.add(new Item(item, Bytes.latin1(head, 8, keyEnd - 8), item.after(keyEnd + 1)));
            at += length;
        }
        return at == area.length() && items.size() == count ? Optional.of(List.copyOf(items)) : Optional.empty();
    }

    void readLabels(Sightings sightings) throws IOException {
        for (Item item : items) {
            item.readLabel(sightings);
        }
    }

    /// The tag without items that carry a label; nothing at all if no item is left.
    void appendWithoutLabels(Splice.Builder file) throws IOException {
        List<Item> kept = new ArrayList<>();
        for (Item item : items) {
            if (!item.carriesLabel()) {
                kept.add(item);
            }
        }
        if (kept.size() == items.size()) {
            whole.appendTo(file);
        } else if (!kept.isEmpty()) {
            append(kept, file);
        }
    }

    private void append(List<Item> kept, Splice.Builder file) throws IOException {
        long size =
                FOOTER + kept.stream().mapToLong(item -> item.whole.length()).sum();
        ByteBuffer end = ByteBuffer.wrap(footer.bytes())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(12, (int) size)
                .putInt(16, kept.size());
        int flags = end.getInt(20);
        if ((flags & HAS_HEADER) != 0) {
            byte[] header = end.array().clone();
            ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).putInt(20, flags | IS_HEADER);
            file.insert(header);
        }
        kept.forEach(item -> item.whole.appendTo(file));
        file.insert(end.array());
    }
}

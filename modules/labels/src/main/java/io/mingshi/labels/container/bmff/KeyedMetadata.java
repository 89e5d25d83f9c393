package io.mingshi.labels.container.bmff;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The `keys` and `ilst` boxes of a `meta` box with the handler `mdta` (QuickTime File Format, metadata).
///
/// @param meta around them
/// @param keys the box of the names, if there is one
/// @param list the box of the values, if there is one
/// @param entries the values, those without a name left out
record KeyedMetadata(Node meta, Optional<Node> keys, Optional<Node> list, List<Entry> entries) {
    static final String HANDLER = "mdta";
    private static final String LABEL = "AIGC";

    /// The name of the label with its namespace.
    static final String LABEL_NAME = HANDLER + LABEL;

    /// Far more than any film has; names are some tens of bytes.
    private static final int LONGEST_KEYS = 1 << 20;

    private static final int TEXT_UTF_8 = 1;
    private static final int TEXT_UTF_16 = 2;

    /// The longest text that is looked at.
    private static final int LONGEST_TEXT = 65_536;

    /// Covers are larger, texts are not.
    private static final int LONGEST_SEARCHED = 1 << 20;

    /// A value and its name with the namespace in front.
    record Entry(String key, Node item) {
        /// The name without its namespace.
        String name() {
            return key.substring(4);
        }

        /// The name for a sentence.
        String printable() {
            return name().matches("[ -~]{1,64}") ? name() : "with an unprintable name";
        }

        boolean isLabel() {
            return name().toUpperCase(Locale.ROOT).equals(LABEL);
        }

        /// Whether name and namespace are those of the guide.
        boolean isPrescribed() {
            return key.equals(LABEL_NAME);
        }

        /// A label inside a value that is not meant for it.
        Optional<String> labelInside(Source file) throws IOException {
            Box box = item.box();
            int length = (int) Math.min(LONGEST_SEARCHED, box.length() - box.header());
            return AigcText.in(Bytes.latin1(file.bytes(box.content(), length), 0, length));
        }
    }

    static KeyedMetadata read(Source file, Node meta) throws IOException {
        List<Node> inside = meta.metaChildren(file);
        Optional<Node> keys = inside.stream().filter(node -> node.is("keys")).findFirst();
        Optional<Node> list = inside.stream().filter(node -> node.is("ilst")).findFirst();
        List<String> names = keys.isPresent() ? names(file, keys.get().box()) : List.of();
        List<Entry> entries = new ArrayList<>();
        if (list.isPresent()) {
            for (Node item : list.get().children(file)) {
                long index = Bytes.u32(Bytes.latin1(item.box().type()), 0);
                if (index >= 1 && index <= names.size()) {
                    entries.add(new Entry(names.get((int) index - 1), item));
                }
            }
        }
        return new KeyedMetadata(meta, keys, list, entries);
    }

    private static List<String> names(Source file, Box keys) throws IOException {
        if (keys.length() - keys.header() > LONGEST_KEYS || keys.length() - keys.header() < 8) {
            throw MALFORMED.with("the metadata keys have no sound size");
        }
        byte[] bytes = file.bytes(keys.content(), (int) (keys.length() - keys.header()));
        List<String> names = new ArrayList<>();
        long count = Bytes.u32(bytes, 4);
        int at = 8;
        while (names.size() < count) {
            long length = at + 8 <= bytes.length ? Bytes.u32(bytes, at) : 0;
            if (length < 8 || length > bytes.length - at) {
                throw MALFORMED.with("the metadata keys are not sound");
            }
            names.add(Bytes.latin1(bytes, at + 4, (int) length - 4));
            at += (int) length;
        }
        return names;
    }

    /// The text of the first value of an item.
    static Optional<String> text(Source file, Node item) throws IOException {
        for (Node data : item.all(file, "data")) {
            long length = data.box().length() - data.box().header() - 8;
            if (length >= 0 && length <= LONGEST_TEXT) {
                byte[] bytes = file.bytes(data.box().content(), (int) length + 8);
                return text(bytes, (int) (Bytes.u32(bytes, 0) & 0xFF_FFFF));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(byte[] bytes, int type) {
        return switch (type) {
            case TEXT_UTF_16 -> Optional.of(new String(bytes, 8, bytes.length - 8, StandardCharsets.UTF_16BE));
            default -> Bytes.utf8(bytes, 8, bytes.length - 8);
        };
    }

    /// What is not a label.
    List<Entry> kept(Source file) throws IOException {
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.isLabel() && entry.labelInside(file).isEmpty()) {
                kept.add(entry);
            }
        }
        return kept;
    }

    /// Rewrites both boxes without any label, or with this one.
    ///
    /// @param names of the values that stay, with namespaces, and maybe more
    void rewrite(Source file, BoxEdits edits, List<String> names, Optional<String> label) throws IOException {
        List<byte[]> items = new ArrayList<>();
        for (Entry entry : kept(file)) {
            Box item = entry.item().box();
            byte[] bytes = file.bytes(item.start(), Math.toIntExact(item.length()));
            ByteBuffer.wrap(bytes).putInt(4, names.indexOf(entry.key()) + 1);
            items.add(bytes);
        }
        label.ifPresent(text -> items.add(item(names, text)));
        put(edits, keys, keysBox(names));
        put(edits, list, Boxed.box("ilst", items.toArray(byte[][]::new)));
    }

    /// Takes the labels out, and the box itself if nothing is left in it.
    void withoutLabel(Source file, BoxEdits edits) throws IOException {
        List<String> names = kept(file).stream().map(Entry::key).distinct().toList();
        if (names.isEmpty()) {
            edits.remove(meta);
        } else {
            rewrite(file, edits, names, Optional.empty());
        }
    }

    private void put(BoxEdits edits, Optional<Node> old, byte[] box) {
        old.ifPresentOrElse(node -> edits.replace(node, box), () -> edits.append(meta, box));
    }

    /// A `meta` box that holds this label alone, as ffmpeg writes it.
    ///
    /// @param names with that of the label
    static byte[] meta(List<String> names, String label) {
        byte[] handler = Boxed.box("hdlr", Boxed.u32(0, 0), Bytes.latin1(HANDLER), Boxed.u32(0, 0, 0), new byte[1]);
        byte[] list = Boxed.box("ilst", item(names, label));
        return Boxed.box("meta", Boxed.u32(0), handler, keysBox(names), list);
    }

    private static byte[] keysBox(List<String> names) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(Boxed.u32(0, names.size()));
        for (String name : names) {
            byte[] bytes = Bytes.latin1(name);
            parts.add(Boxed.u32(4 + bytes.length));
            parts.add(bytes);
        }
        return Boxed.box("keys", parts.toArray(byte[][]::new));
    }

    private static byte[] item(List<String> names, String text) {
        int index = names.indexOf(LABEL_NAME) + 1;
        byte[] data = Boxed.box("data", Boxed.u32(TEXT_UTF_8, 0), text.getBytes(StandardCharsets.UTF_8));
        return Boxed.box(Bytes.latin1(Boxed.u32(index), 0, 4), data);
    }
}

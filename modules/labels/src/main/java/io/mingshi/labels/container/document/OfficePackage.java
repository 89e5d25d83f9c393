package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.ENCRYPTED;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.SIGNED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The ZIP archive that an Office file is (ECMA-376 part 2; APPNOTE.TXT 4.3), as places in the file.
///
/// Parts that are not changed are passed on as they are, still compressed.
public final class OfficePackage {
    /// A workbook with hundreds of sheets has a thousand.
    private static final int MAX_ENTRIES = 20_000;

    /// Where the relations of the package stand.
    static final String RELATIONS = "_rels/.rels";

    /// They are three or four.
    private static final int LONGEST_RELATIONS = 1 << 20;

    private static final int LONGEST_DIRECTORY = 8 << 20;
    static final int END_RECORD = 22;
    static final int LOCAL_HEADER = 30;
    static final int CENTRAL_HEADER = 46;
    private static final int STORED = 0;
    static final int DEFLATED = 8;

    private final Source file;
    private final byte[] directory;
    private final long directoryStart;
    private final byte[] comment;
    private final List<Entry> entries = new ArrayList<>();

    /// One entry of the directory.
    ///
    /// @param record where its record stands in the directory
    /// @param recordLength how long that is
    /// @param start where its header stands in the file
    private record Entry(
            String name,
            int record,
            int recordLength,
            int flags,
            int method,
            long compressed,
            long size,
            long crc,
            long start) {}

    private OfficePackage(Source file, byte[] directory, long directoryStart, byte[] comment) {
        this.file = file;
        this.directory = directory;
        this.directoryStart = directoryStart;
        this.comment = comment;
    }

    /// Reads the directory.
    ///
    /// @throws LabelException MALFORMED, UNSUPPORTED, ENCRYPTED or TOO_LARGE
    public static OfficePackage of(Source file) throws IOException {
        int length = (int) Math.min(file.size(), END_RECORD + 0xFFFF);
        byte[] tail = file.bytes(file.size() - length, length);
        int at = length - END_RECORD;
        while (at >= 0
                && !(Bytes.u32le(tail, at) == 0x06054B50 && at + END_RECORD + Bytes.u16le(tail, at + 20) == length)) {
            at--;
        }
        if (at < 0) {
            throw MALFORMED.with("the Office file has no directory at its end; it is cut off or damaged");
        }
        int count = Bytes.u16le(tail, at + 10);
        long size = Bytes.u32le(tail, at + 12);
        long start = Bytes.u32le(tail, at + 16);
        long end = file.size() - length + at;
        requireSupported(tail, at, count, size, start);
        if (start + size != end) {
            throw MALFORMED.with("the directory of the Office file is not where it should be");
        }
        byte[] comment = Bytes.slice(tail, at + END_RECORD, length - at - END_RECORD);
        OfficePackage parts = new OfficePackage(file, file.bytes(start, (int) size), start, comment);
        parts.readDirectory(count);
        return parts;
    }

    private static void requireSupported(byte[] tail, int at, int count, long size, long start) {
        boolean large = at >= 20 && Bytes.u32le(tail, at - 20) == 0x07064B50;
        if (large || count == 0xFFFF || start == 0xFFFF_FFFFL) {
            throw UNSUPPORTED.with("the Office file is a ZIP64 archive; save it again with fewer or smaller parts");
        }
        if (Bytes.u16le(tail, at + 4) != 0 || Bytes.u16le(tail, at + 8) != count) {
            throw UNSUPPORTED.with("the Office file is one of several volumes");
        }
        if (count > MAX_ENTRIES || size > LONGEST_DIRECTORY) {
            throw TOO_LARGE.with("the Office file has more than " + MAX_ENTRIES + " parts");
        }
    }

    private void readDirectory(int count) throws IOException {
        int at = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            Entry entry = record(at);
            if (!names.add(entry.name.toLowerCase(Locale.ROOT))) {
                throw MALFORMED.with("the Office file has two parts of the name " + entry.name);
            }
            entries.add(entry);
            at += entry.recordLength;
        }
        if (at != directory.length) {
            throw MALFORMED.with("the directory of the Office file is damaged");
        }
        List<Entry> sorted = byPlace();
        for (int i = 0; i < sorted.size(); i++) {
            long next = i + 1 < sorted.size() ? sorted.get(i + 1).start : directoryStart;
            requireRoom(sorted.get(i), Math.min(next, directoryStart));
        }
    }

    private Entry record(int at) {
        if (at + CENTRAL_HEADER > directory.length || Bytes.u32le(directory, at) != 0x02014B50) {
            throw MALFORMED.with("the directory of the Office file is damaged");
        }
        int name = Bytes.u16le(directory, at + 28);
        int length = CENTRAL_HEADER + name + Bytes.u16le(directory, at + 30) + Bytes.u16le(directory, at + 32);
        long compressed = Bytes.u32le(directory, at + 20);
        long size = Bytes.u32le(directory, at + 24);
        long start = Bytes.u32le(directory, at + 42);
        int flags = Bytes.u16le(directory, at + 8);
        if (at + length > directory.length) {
            throw MALFORMED.with("the directory of the Office file is damaged");
        }
        if (compressed == 0xFFFF_FFFFL || size == 0xFFFF_FFFFL || start == 0xFFFF_FFFFL) {
            throw UNSUPPORTED.with("the Office file is a ZIP64 archive; save it again with fewer or smaller parts");
        }
        if ((flags & 0x2041) != 0) {
            throw ENCRYPTED.with("parts of the Office file are encrypted; save it without a password");
        }
        return new Entry(
                Bytes.latin1(directory, at + CENTRAL_HEADER, name),
                at,
                length,
                flags,
                Bytes.u16le(directory, at + 10),
                compressed,
                size,
                Bytes.u32le(directory, at + 16),
                start);
    }

    private List<Entry> byPlace() {
        return entries.stream().sorted(Comparator.comparingLong(Entry::start)).toList();
    }

    /// Parts that lie over each other are the mark of an archive that was made to harm.
    private void requireRoom(Entry entry, long end) throws IOException {
        if (entry.start + LOCAL_HEADER > end || data(entry) + entry.compressed > end) {
            throw MALFORMED.with(
                    "the part " + entry.name + " of the Office file does not lie where the directory says");
        }
    }

    private long data(Entry entry) throws IOException {
        byte[] header = file.bytes(entry.start, LOCAL_HEADER);
        int name = Bytes.u16le(header, 26);
        boolean same = Bytes.u32le(header, 0) == 0x04034B50
                && name == entry.name.length()
                && entry.start + LOCAL_HEADER + name <= file.size()
                && Bytes.latin1(file.bytes(entry.start + LOCAL_HEADER, name), 0, name)
                        .equals(entry.name);
        if (!same) {
            throw MALFORMED.with(
                    "the part " + entry.name + " of the Office file does not lie where the directory says");
        }
        return entry.start + LOCAL_HEADER + name + Bytes.u16le(header, 28);
    }

    /// The names of all parts.
    public List<String> names() {
        return entries.stream().map(Entry::name).toList();
    }

    /// Refuses a file that somebody signed.
    ///
    /// @throws LabelException SIGNED
    public void requireUnsigned() {
        if (entries.stream()
                .anyMatch(entry -> entry.name.toLowerCase(Locale.ROOT).startsWith("_xmlsignatures/"))) {
            throw SIGNED.with(
                    "the Office file carries a digital signature, which any change would break; label it before signing");
        }
    }

    /// The content of a part.
    ///
    /// @param longest how many bytes are taken out at most
    /// @throws LabelException MALFORMED, UNSUPPORTED or TOO_LARGE
    public Optional<byte[]> part(String name, int longest) throws IOException {
        Optional<Entry> found = find(name);
        return found.isEmpty() ? Optional.empty() : Optional.of(content(found.get(), longest));
    }

    /// The relations of the package itself.
    ///
    /// @throws LabelException MALFORMED if the file is no Office file
    public XmlText relations() throws IOException {
        byte[] part = part(RELATIONS, LONGEST_RELATIONS)
                .orElseThrow(() -> MALFORMED.with("the file is no Office file: it has no part " + RELATIONS));
        return XmlText.of(part, RELATIONS);
    }

    /// The name of the part that the package relates to in this way.
    public static Optional<String> target(XmlText relations, String typeEnding) {
        return relations.elements("Relationship").stream()
                .filter(relation -> relations
                        .attribute(relation, "Type")
                        .filter(type -> type.endsWith(typeEnding))
                        .isPresent())
                .flatMap(relation -> relations.attribute(relation, "Target").stream())
                .map(target -> target.startsWith("/") ? target.substring(1) : target)
                .findFirst();
    }

    private Optional<Entry> find(String name) {
        return entries.stream()
                .filter(entry -> entry.name.equalsIgnoreCase(name))
                .findFirst();
    }

    private byte[] content(Entry entry, int longest) throws IOException {
        if (entry.size > longest || entry.compressed > longest) {
            throw TOO_LARGE.with("the part " + entry.name + " of the Office file has more than " + longest + " bytes");
        }
        byte[] raw = file.bytes(data(entry), (int) entry.compressed);
        byte[] content = switch (entry.method) {
            case STORED -> raw;
            case DEFLATED -> inflated(raw, entry);
            default ->
                throw UNSUPPORTED.with(
                        "the part " + entry.name + " of the Office file is compressed in an unusual way");
        };
        CRC32 crc = new CRC32();
        crc.update(content);
        if (content.length != entry.size || crc.getValue() != entry.crc) {
            throw MALFORMED.with("the part " + entry.name + " of the Office file is damaged");
        }
        return content;
    }

    /// No more than the directory promised.
    private static byte[] inflated(byte[] raw, Entry entry) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(raw);
            byte[] content = new byte[(int) entry.size];
            int at = 0;
            while (at < content.length) {
                int more = inflater.inflate(content, at, content.length - at);
                if (more == 0) {
                    break;
                }
                at += more;
            }
            if (at < content.length || (inflater.inflate(new byte[1]) > 0)) {
                throw MALFORMED.with("the part " + entry.name + " of the Office file is damaged");
            }
            return content;
        } catch (DataFormatException damaged) {
            throw MALFORMED.with("the part " + entry.name + " of the Office file is damaged", damaged);
        } finally {
            inflater.end();
        }
    }

    /// The file with these parts in the place of those of the same names, or behind all others.
    public Source with(Map<String, byte[]> parts) {
        Map<String, byte[]> left = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        left.putAll(parts);
        ZipAssembly out = new ZipAssembly();
        List<Entry> sorted = byPlace();
        out.copy(file, 0, sorted.isEmpty() ? directoryStart : sorted.getFirst().start);
        for (int i = 0; i < sorted.size(); i++) {
            Entry entry = sorted.get(i);
            byte[] part = left.remove(entry.name);
            if (part == null) {
                long end = i + 1 < sorted.size() ? sorted.get(i + 1).start : directoryStart;
                byte[] record = Bytes.slice(directory, entry.record, entry.recordLength);
                out.copy(entry.record, record, file, entry.start, end - entry.start);
            } else {
                out.add(entry.record, entry.name, part);
            }
        }
        int behind = directory.length;
        for (Map.Entry<String, byte[]> part : left.entrySet()) {
            out.add(behind++, part.getKey(), part.getValue());
        }
        return out.finish(comment);
    }
}

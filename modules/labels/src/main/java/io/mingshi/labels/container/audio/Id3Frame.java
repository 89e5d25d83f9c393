package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Bytes;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// One frame of an ID3v2 tag, without unsynchronisation.
///
/// @param version 2, 3 or 4 of the tag
/// @param id three characters in version 2, four in the others
/// @param status the first byte of the flags, 0 in version 2
/// @param format the second byte of the flags, 0 in version 2
/// @param body everything behind the header
record Id3Frame(int version, String id, int status, int format, Region body) {
    private static final String C2PA = "application/c2pa";

    /// The type of C2PA stores before version 1.4 of its specification.
    private static final String OLD_C2PA = "application/x-c2pa-manifest-store";

    /// The longest frame whose text is read: 1 MiB, above lyrics and any label.
    static final int LONGEST_TEXT = 1 << 20;

    boolean isText() {
        return id.startsWith("T") || is("COMM", "COM") || is("USLT", "ULT") || is("WXXX", "WXX");
    }

    boolean isUserText() {
        return is("TXXX", "TXX");
    }

    boolean is(String name, String oldName) {
        return id.equals(version == 2 ? oldName : name);
    }

    private boolean has(int bitOfVersion3, int bitOfVersion4) {
        return (format & (version == 4 ? bitOfVersion4 : bitOfVersion3)) != 0 && version != 2;
    }

    boolean isEncrypted() {
        return has(0x40, 0x04);
    }

    private boolean isCompressed() {
        return has(0x80, 0x08);
    }

    /// What the frame says, or nothing if it is encrypted or not sound.
    Optional<Region> content() throws IOException {
        int extra = (has(0x20, 0x40) ? 1 : 0) + (isEncrypted() ? 1 : 0);
        extra += version == 4 ? (has(0, 0x01) ? 4 : 0) : (isCompressed() ? 4 : 0);
        if (isEncrypted() || extra > body.length()) {
            return Optional.empty();
        }
        Region stored = body.after(extra);
        return isCompressed() ? inflated(stored) : Optional.of(stored);
    }

    private static Optional<Region> inflated(Region stored) throws IOException {
        if (stored.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored.bytes());
            byte[] out = new byte[LONGEST_TEXT + 1];
            int length = inflater.inflate(out);
            return inflater.finished() ? Optional.of(Region.of(Arrays.copyOf(out, length))) : Optional.empty();
        } catch (DataFormatException notZlib) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /// The C2PA manifest store in this frame, if it is a general encapsulated object with one (C2PA 2.2, annex A.3).
    Optional<Region> manifest() throws IOException {
        Optional<Region> content = is("GEOB", "GEO") ? content() : Optional.empty();
        return content.isPresent() ? object(content.get()) : Optional.empty();
    }

    private static Optional<Region> object(Region content) throws IOException {
        byte[] head = content.head(1024);
        if (head.length == 0) {
            return Optional.empty();
        }
        int typeEnd = Id3Text.end(head, 1, Id3Text.LATIN_1);
        String type = Bytes.latin1(head, 1, typeEnd - 1);
        if (!type.equals(C2PA) && !type.equals(OLD_C2PA)) {
            return Optional.empty();
        }
        int encoding = head[0];
        int name = Math.min(typeEnd + 1, head.length);
        int description = Math.min(Id3Text.next(head, name, encoding), head.length);
        int data = Id3Text.next(head, description, encoding);
        return data <= content.length() ? Optional.of(content.after(data)) : Optional.empty();
    }

    /// A general encapsulated object that holds a C2PA manifest store.
    static Id3Frame manifest(int version, byte[] store) {
        byte[] head = Bytes.latin1("\0" + C2PA + "\0c2pa\0c2pa manifest store\0");
        byte[] body = Arrays.copyOf(head, head.length + store.length);
        System.arraycopy(store, 0, body, head.length, store.length);
        return new Id3Frame(version, "GEOB", 0, 0, Region.of(body));
    }

    /// A user defined text.
    static Id3Frame userText(int version, String description, String value) {
        return new Id3Frame(version, "TXXX", 0, 0, Region.of(Id3Text.described(version, description, value)));
    }

    Id3Frame withBody(Region other) {
        return new Id3Frame(version, id, status, format, other);
    }
}

package io.mingshi.labels;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Content whose labels were read back from these very bytes: the only thing that may be delivered.
///
/// Only [LabelEngine] makes one, and only after its own output verified.
public final class LabeledContent {
    private final MediaType type;
    private final byte[] bytes;
    private final AigcLabel label;
    /// Computed when somebody asks, which costs more than writing metadata does.
    private volatile @Nullable String sha256;

    LabeledContent(MediaType type, byte[] bytes, AigcLabel label) {
        this.type = type;
        this.bytes = bytes.clone();
        this.label = label;
    }

    /// The format of the bytes.
    public MediaType type() {
        return type;
    }

    /// A copy of the content.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many bytes there are.
    public int length() {
        return bytes.length;
    }

    /// Writes the content without copying it first.
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /// The producer's number for this content.
    public String produceId() {
        return label.produceId();
    }

    /// The label. Plain text has no file metadata to carry it: there it is what the record of the work holds, and the
    /// notice is the label.
    public AigcLabel label() {
        return label;
    }

    /// SHA-256 of the bytes as 64 lower-case hexadecimal digits.
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = HexFormat.of().formatHex(digest(bytes));
            sha256 = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return type + " " + produceId() + " sha256:" + sha256();
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

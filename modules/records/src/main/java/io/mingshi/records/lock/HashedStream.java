package io.mingshi.records.lock;

import static io.mingshi.records.RecordsProblem.ARCHIVE_DAMAGED;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A content whose end can only be read if the whole has the right hash.
final class HashedStream extends FilterInputStream {
    private final MessageDigest digest;
    private final String sha256;
    private boolean verified;

    HashedStream(InputStream content, String sha256) {
        super(content);
        this.sha256 = sha256;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Whether the end was read.
    boolean isVerified() {
        return verified;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0) {
            verify();
        } else {
            digest.update(buffer, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[Math.clamp(count, 0, 8192)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void verify() {
        if (verified) {
            return;
        }
        String seen = HexFormat.of().formatHex(digest.digest());
        if (!seen.equals(sha256)) {
            throw ARCHIVE_DAMAGED.with(
                    "the content has the hash " + seen + " and should have " + sha256 + ": do not use any of it");
        }
        verified = true;
    }
}

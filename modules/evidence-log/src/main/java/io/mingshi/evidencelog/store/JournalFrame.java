package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Entries that became durable together: length, index of the first, the entries as a bundle, and a hash over
/// all that.
///
/// The hash tells a frame that was written whole from one that a loss of power cut or scrambled.
///
/// @param first index of the first entry
/// @param end where the frame ends in its file
record JournalFrame(long first, List<byte[]> entries, int end) {
    private static final int HEAD = Integer.BYTES + Long.BYTES;
    private static final int HASH = 32;

    static byte[] bytes(long first, List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        entries.forEach(entry -> Bundle.write(bundle, entry));
        ByteBuffer frame = ByteBuffer.allocate(HEAD + bundle.size() + HASH);
        frame.putInt(bundle.size()).putLong(first).put(bundle.toByteArray());
        return frame.put(hash(frame.array(), 0, HEAD + bundle.size())).array();
    }

    /// The frame that starts there, if it is whole.
    static Optional<JournalFrame> read(String path, byte[] file, int start) {
        if (file.length - start < HEAD + HASH) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(file, start, HEAD);
        int length = head.getInt();
        long first = head.getLong();
        if (length < 0 || length > file.length - start - HEAD - HASH) {
            return Optional.empty();
        }
        int end = start + HEAD + length;
        if (!Arrays.equals(hash(file, start, HEAD + length), Arrays.copyOfRange(file, end, end + HASH))) {
            return Optional.empty();
        }
        Bundle bundle = Bundle.parse(path, Arrays.copyOfRange(file, start + HEAD, end));
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < bundle.count(); i++) {
            entries.add(bundle.entry(i));
        }
        return Optional.of(new JournalFrame(first, entries, end + HASH));
    }

    /// Adds those of its entries that follow what was found so far.
    ///
    /// @param from index of the first entry that is looked for
    /// @param path whose frame this is, to be named if entries before it are missing
    void take(long from, List<byte[]> found, String path) {
        long next = from + found.size();
        if (first > next) {
            throw DAMAGED.with(path + " goes on with entry " + first + ", but entry " + next + " is missing");
        }
        int known = (int) Math.min(next - first, entries.size());
        found.addAll(entries.subList(known, entries.size()));
    }

    private static byte[] hash(byte[] bytes, int from, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, from, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

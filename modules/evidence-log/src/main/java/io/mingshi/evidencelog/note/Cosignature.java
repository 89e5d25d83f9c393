package io.mingshi.evidencelog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A witness's statement that was verified: it saw the log grow consistently up to the checkpoint.
///
/// @param witness whose statement it is
/// @param at when the witness said so
public record Cosignature(VerifierKey witness, Instant at) {
    /// Seconds of a time that Java can tell; a later one is nonsense.
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    static byte[] message(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    static Optional<Cosignature> verified(VerifierKey key, String text, byte[] signature) {
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE_SIZE) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        if (seconds < 0 || seconds > LAST_SECOND || !key.verifies(message(seconds, text), rest)) {
            return Optional.empty();
        }
        return Optional.of(new Cosignature(key, Instant.ofEpochSecond(seconds)));
    }
}

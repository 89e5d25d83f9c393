package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A witness's statement that was verified: it saw the log grow consistently up to the checkpoint.
///
/// The two forms are those of [tlog-cosignature](https://c2sp.org/tlog-cosignature).
///
/// @param witness whose statement it is
/// @param at when the witness said so
public record Cosignature(VerifierKey witness, Instant at) {
    /// Seconds of a time that Java can tell; a later one is nonsense.
    private static final long LAST_SECOND = Instant.MAX.getEpochSecond();

    /// Bytes of a name or an origin whose length is told in one byte.
    private static final int LONGEST_NAME = 255;

    /// What a witness signs.
    static byte[] message(VerifierKey key, long seconds, String text) {
        return switch (key.type()) {
            case LOG -> throw MALFORMED.with("a log key does not sign as a witness: " + key.name());
            case WITNESS -> ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
            case WITNESS_ML_DSA_44 -> subtree(key.name(), seconds, Checkpoint.parse(text));
        };
    }

    /// The tree of a checkpoint as the subtree that starts at zero; further lines of the checkpoint are not in it.
    private static byte[] subtree(String witness, long seconds, Checkpoint checkpoint) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes("subtree/v1\n\0".getBytes(UTF_8));
        name(message, witness);
        message.writeBytes(number(seconds));
        name(message, checkpoint.origin());
        message.writeBytes(number(0));
        message.writeBytes(number(checkpoint.size()));
        message.writeBytes(checkpoint.root().bytes());
        return message.toByteArray();
    }

    private static void name(ByteArrayOutputStream message, String name) {
        byte[] bytes = name.getBytes(UTF_8);
        if (bytes.length > LONGEST_NAME) {
            throw MALFORMED.with("a name in an ML-DSA-44 cosignature has at most " + LONGEST_NAME + " bytes: " + name);
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static Optional<Cosignature> verified(VerifierKey key, String text, byte[] signature) {
        if (signature.length != Long.BYTES + key.type().signatureSize()) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        if (seconds < 0 || seconds > LAST_SECOND || !key.verifies(message(key, seconds, text), rest)) {
            return Optional.empty();
        }
        return Optional.of(new Cosignature(key, Instant.ofEpochSecond(seconds)));
    }
}

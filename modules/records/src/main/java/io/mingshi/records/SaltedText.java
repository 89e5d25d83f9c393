package io.mingshi.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/// A text with a random salt before it: nobody who only knows the hash of both can find the text by guessing, not even
/// one that has little to guess.
public final class SaltedText {
    /// Bytes of a salt.
    public static final int SALT = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salted;

    private SaltedText(byte[] salted) {
        this.salted = salted;
    }

    /// A text under a new salt.
    public static SaltedText of(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new SaltedText(
                ByteBuffer.allocate(SALT + bytes.length).put(salt).put(bytes).array());
    }

    /// What [#bytes] gave.
    ///
    /// @throws IllegalArgumentException when it is too short for a salt
    public static SaltedText parse(byte[] salted) {
        if (salted.length < SALT) {
            throw new IllegalArgumentException("a salted text has at least " + SALT + " bytes");
        }
        return new SaltedText(salted.clone());
    }

    /// The salt, and the text in UTF-8.
    public byte[] bytes() {
        return salted.clone();
    }

    /// The text.
    public String text() {
        return new String(salted, SALT, salted.length - SALT, UTF_8);
    }

    /// The salt.
    public byte[] salt() {
        return Arrays.copyOf(salted, SALT);
    }

    /// SHA-256 of salt and text in hex.
    public String commitment() {
        return HexFormat.of().formatHex(Digests.sha256(salted));
    }

    /// Whether this is what was committed to.
    public boolean opens(String commitment) {
        return commitment().equals(commitment);
    }
}

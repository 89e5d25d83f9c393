package io.mingshi.servicekit.id;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Time-ordered ids: 26 characters of Crockford's Base32, 48 bits of milliseconds followed by 80 random bits, as
/// in the ULID specification.
///
/// Within one process each id is greater than the one before; between processes 80 random bits keep them apart. Every
/// character may stand in a label value (GB 45438-2025 annex E), a URL and a topic key.
@ApplicationScoped
public class Ids {
    private static final String VALUES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final char[] DIGITS = VALUES.toCharArray();
    private static final int RANDOM_BYTES = 10;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private long lastMillis = -1;
    private byte[] lastRandom = new byte[RANDOM_BYTES];

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        lock.lock();
        try {
            long now = clock.millis();
            if (now > lastMillis) {
                lastMillis = now;
                lastRandom = new byte[RANDOM_BYTES];
                random.nextBytes(lastRandom);
                lastRandom[0] &= 0x7f; // half of the space is left for counting up within one millisecond
            } else {
                increment(lastRandom);
            }
            return encode(lastMillis, lastRandom);
        } finally {
            lock.unlock();
        }
    }

    /// The instant that an id was made at, if the text is one.
    public static Optional<Instant> instantOf(String id) {
        if (id.length() != 26) {
            return Optional.empty();
        }
        long millis = 0;
        for (int i = 0; i < id.length(); i++) {
            int digit = VALUES.indexOf(id.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            if (i < 10) {
                millis = (millis << 5) | digit;
            }
        }
        return Optional.of(Instant.ofEpochMilli(millis & 0xFFFF_FFFF_FFFFL));
    }

    private static void increment(byte[] number) {
        for (int i = number.length - 1; i >= 0 && ++number[i] == 0; i--) {
            // the carry goes on to the next byte
        }
    }

    private static String encode(long millis, byte[] random) {
        char[] id = new char[26];
        for (int i = 9; i >= 0; i--) {
            id[i] = DIGITS[(int) (millis & 31)];
            millis >>>= 5;
        }
        int bits = 0;
        int buffer = 0;
        int at = 10;
        for (byte b : random) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                id[at++] = DIGITS[(buffer >>> bits) & 31];
            }
        }
        return new String(id);
    }
}

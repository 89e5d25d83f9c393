package io.mingshi.servicekit.id;

import java.security.SecureRandom;
import java.util.Base64;

/// Names that cannot be guessed: links, ticket secrets, API keys.
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Secrets() {}

    /// 192 random bits as 32 characters of `A-Z a-z 0-9 _ -`.
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

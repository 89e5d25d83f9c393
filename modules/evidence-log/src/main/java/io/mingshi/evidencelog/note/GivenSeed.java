package io.mingshi.evidencelog.note;

import java.security.SecureRandom;

/// "Random" bytes that are a seed, so that a generator makes the key that belongs to it.
final class GivenSeed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    GivenSeed(byte[] seed) {
        this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
}

package io.mingshi.localstack.part;

import java.util.Map;

/// What every Java child gets.
public final class Jvm {
    /// One allocation arena for native memory: glibc would reserve one for each core otherwise.
    public static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "1");

    private Jvm() {}
}

package io.mingshi.servicekit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/// Hands out the wall clock; a test may replace it.
final class Clocks {
    private Clocks() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}

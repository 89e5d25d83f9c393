package io.mingshi.servicekit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Hands out the wall clock, in microseconds as PostgreSQL keeps them, so that a time reads the same before and after
/// storing.
final class Clocks {
    private Clocks() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.of(1, ChronoUnit.MICROS));
    }
}

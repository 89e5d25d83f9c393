package io.mingshi.complaints;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// Stands still until a test moves it.
@Alternative
@Priority(1)
@Singleton
class TestClock extends Clock {
    /// A Friday morning in Shanghai.
    static final Instant FRIDAY = Instant.parse("2026-11-20T02:00:00Z");

    private volatile Instant now = FRIDAY;

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return WorkingDays.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}

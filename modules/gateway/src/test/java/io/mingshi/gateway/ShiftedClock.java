package io.mingshi.gateway;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The wall clock of the tests in microseconds, which can be put forward.
@Alternative
@Priority(1)
@Singleton
class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    void putForward(Duration by) {
        shift = shift.plus(by);
    }

    void putBack() {
        shift = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(shift);
    }
}

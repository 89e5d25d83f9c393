package io.mingshi.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The wall clock of the tests, which can be put forward or set.
@Alternative
@Priority(1)
@Singleton
class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    void putForward(Duration by) {
        shift = shift.plus(by);
    }

    void set(Instant now) {
        shift = Duration.between(Instant.now(), now);
    }

    void reset() {
        shift = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift).truncatedTo(ChronoUnit.MICROS);
    }
}

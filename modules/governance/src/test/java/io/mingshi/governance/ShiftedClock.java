package io.mingshi.governance;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// The wall clock of the tests, which can be put forward.
@Alternative
@Priority(1)
@Singleton
class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    void putForward(Duration by) {
        shift = by;
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
        return Instant.now().plus(shift);
    }
}

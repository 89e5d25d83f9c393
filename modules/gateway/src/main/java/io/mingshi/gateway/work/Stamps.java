package io.mingshi.gateway.work;

import io.mingshi.servicekit.id.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// The next number and the present time.
@Singleton
class Stamps {
    private final Ids ids;
    private final Clock clock;

    Stamps(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    String next() {
        return ids.next();
    }

    Instant now() {
        return clock.instant();
    }
}

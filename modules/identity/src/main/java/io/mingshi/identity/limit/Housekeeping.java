package io.mingshi.identity.limit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Deletes counts and secrets that are worth nothing any more: they are about people, so they are kept no
/// longer.
@ApplicationScoped
class Housekeeping {
    private static final Duration KEPT = Duration.ofDays(2);

    private final Sql sql;
    private final Clock clock;

    Housekeeping(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    @Transactional
    void tidy() {
        Instant old = clock.instant().minus(KEPT);
        sql.change("delete from allowance where window_start < ?", old);
        sql.change("delete from attempt where begun_at < ?", old);
        sql.change("delete from one_time_secret where expires_at < ?", old);
        sql.change("delete from guardianship where consented_at is null and expires_at < ?", old);
    }
}

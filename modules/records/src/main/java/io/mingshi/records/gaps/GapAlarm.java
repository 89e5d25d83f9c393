package io.mingshi.records.gaps;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.contracts.event.RecordsEvent.EventsMissing;
import io.mingshi.contracts.event.RecordsEvent.NumberReused;
import io.mingshi.records.Announcements;
import io.mingshi.records.ProducerProgress;
import io.mingshi.records.ProducerProgress.Gap;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Tells once of every gap that is older than a minute, and of every number that was used again: in the log,
/// and as a fact that is itself a record.
@Singleton
class GapAlarm {
    private static final Logger LOG = Logger.getLogger(GapAlarm.class);

    private final ProducerProgress progress;
    private final ToldRows told;
    private final Announcements announcements;
    private final Clock clock;

    GapAlarm(ProducerProgress progress, ToldRows told, Announcements announcements, Clock clock) {
        this.progress = progress;
        this.told = told;
        this.announcements = announcements;
        this.clock = clock;
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        meters.gauge("mingshi.records.reused.numbers", progress, ProducerProgress::repeats);
    }

    @Scheduled(
            identity = "records-gaps",
            every = "15s",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void watch() {
        tell(clock.instant());
    }

    /// What there is to tell at this instant, in the current transaction.
    void tell(Instant now) {
        for (Gap gap : progress.gaps(now)) {
            if (told.isNew(gap, now)) {
                LOG.errorf(
                        "%s: the numbers %d to %d of lane %d did not arrive since %s: facts are missing",
                        gap.source(), gap.first(), gap.last(), gap.lane(), gap.noticedAt());
                announcements.publish(
                        new EventsMissing(gap.source(), gap.lane(), gap.first(), gap.last(), gap.noticedAt()));
            }
        }
        for (ToldRows.Reused reused : told.newReused(now)) {
            LOG.errorf(
                    "%s: the number %d of lane %d came again, with event %s: the producer was set back",
                    reused.source(), reused.number(), reused.lane(), reused.event());
            announcements.publish(new NumberReused(
                    reused.source(), reused.lane(), reused.number(), reused.event(), reused.noticedAt()));
        }
    }
}

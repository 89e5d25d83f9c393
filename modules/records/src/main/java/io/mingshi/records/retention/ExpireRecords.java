package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.NOTHING_KEPT;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.RecordsEvent.RecordsExpired;
import io.mingshi.records.Announcements;
import io.mingshi.records.Evidence;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.Disposal.Dropped;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes the records of a class and month away when their period is over, and says so in the same
/// transaction.
@ApplicationScoped
public class ExpireRecords {
    private static final Logger LOG = Logger.getLogger(ExpireRecords.class);

    private final Disposal disposal;
    private final Announcements events;
    private final Evidence evidence;
    private final Clock clock;

    ExpireRecords(Disposal disposal, Announcements events, Evidence evidence, Clock clock) {
        this.disposal = disposal;
        this.events = events;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Takes records away before their maximum, as an operator wants it; never before the minimum.
    @Transactional
    @TransactionConfiguration(timeout = 3_600)
    public Dropped early(RetentionClass retentionClass, YearMonth month, PersonId by) {
        Partition partition = disposal.partition(retentionClass, month)
                .orElseThrow(() -> NOTHING_KEPT.with(
                        "nothing of the class " + retentionClass + " that was received in " + month + " is kept"));
        return drop(partition, retentionClass.minimum(), by);
    }

    /// Takes part in the current transaction.
    ///
    /// @param period which of its periods is over
    /// @param by null when nobody in particular wants it
    Dropped drop(Partition partition, Period period, @Nullable PersonId by) {
        Instant now = clock.instant();
        Dropped dropped = disposal.drop(partition, evidence.size(), now);
        if (dropped.count() > 0) {
            RetentionClass retentionClass = partition.retentionClass();
            events.publish(new RecordsExpired(
                    retentionClass.name(),
                    partition.month().toString(),
                    dropped.count(),
                    dropped.held(),
                    dropped.first(),
                    dropped.last(),
                    retentionClass.rule() + ", after " + period + " from " + retentionClass.start(),
                    by,
                    now));
            LOG.infof("%d records went, %d are held: %s", dropped.count(), dropped.held(), partition);
        }
        return dropped;
    }
}

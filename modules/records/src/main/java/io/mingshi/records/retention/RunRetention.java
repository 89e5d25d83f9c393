package io.mingshi.records.retention;

import io.mingshi.contracts.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/// Does everything that is due: records past their maximum go, and so do keys of erased persons past the
/// minimum.
@ApplicationScoped
public class RunRetention {
    private static final Logger LOG = Logger.getLogger(RunRetention.class);
    private static final int LONGEST_TRANSACTION_SECONDS = 3_600;

    private final Disposal disposal;
    private final ExpireRecords expireRecords;
    private final ErasePerson erasePerson;
    private final RetentionPolicy policy;
    private final Clock clock;

    RunRetention(
            Disposal disposal,
            ExpireRecords expireRecords,
            ErasePerson erasePerson,
            RetentionPolicy policy,
            Clock clock) {
        this.disposal = disposal;
        this.expireRecords = expireRecords;
        this.erasePerson = erasePerson;
        this.policy = policy;
        this.clock = clock;
    }

    /// One class and month that cannot go does not keep the others.
    public Run run() {
        List<String> dropped = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Partition partition : inTransaction(disposal::partitions)) {
            policy.maximum(partition.retentionClass())
                    .filter(maximum -> isOver(partition, maximum))
                    .ifPresent(maximum -> drop(partition, maximum, dropped, failed));
        }
        long keys = inTransaction(() -> disposal.begin() ? erasePerson.destroyDue(clock.instant()) : 0L);
        inTransaction(() -> {
            disposal.tidy(policy.longest(), clock.instant());
            return Optional.empty();
        });
        return new Run(dropped, failed, keys);
    }

    private boolean isOver(Partition partition, Period maximum) {
        Instant over = RetentionCalendar.over(partition.latest(), maximum);
        return !clock.instant().isBefore(over);
    }

    private void drop(Partition partition, Period maximum, List<String> dropped, List<String> failed) {
        try {
            if (inTransaction(() -> disposal.begin() && drop(partition, maximum))) {
                dropped.add(partition.toString());
            }
        } catch (ProblemException | IllegalStateException e) {
            LOG.errorf(e, "records whose period is over could not go: %s", partition);
            failed.add(partition.toString());
        }
    }

    /// Looks again, since another instance may have been at it.
    private boolean drop(Partition listed, Period maximum) {
        return disposal.partition(listed.retentionClass(), listed.month())
                .filter(partition -> isOver(partition, maximum))
                .filter(partition ->
                        expireRecords.drop(partition, maximum, null).count() > 0)
                .isPresent();
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(LONGEST_TRANSACTION_SECONDS)
                .call(work);
    }

    /// What one run did.
    ///
    /// @param dropped classes and months, such as `NETWORK_LOG/2025-11`
    /// @param failed those that were due and could not go; the service's own log says why
    /// @param keysDestroyed how many keys of erased persons were destroyed
    public record Run(List<String> dropped, List<String> failed, long keysDestroyed) {}
}

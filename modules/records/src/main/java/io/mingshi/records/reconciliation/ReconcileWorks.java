package io.mingshi.records.reconciliation;

import io.mingshi.records.Evidence;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.reconciliation.Discrepancy.DeliveredWithoutRecord;
import io.mingshi.records.reconciliation.Discrepancy.HashMalformed;
import io.mingshi.records.reconciliation.WorkObjects.Listed;
import io.mingshi.records.verification.Expirations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Looks for content that was delivered around the chain, and for records whose content is gone or was changed.
@Singleton
class ReconcileWorks {
    private static final Logger LOG = Logger.getLogger(ReconcileWorks.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /// A month and some days: a work is delivered soon after it is recorded, but that may be another month.
    private static final Duration RECORDED_BEFORE = Duration.ofDays(32);

    private final WorkObjects objects;
    private final RecordedWorks works;
    private final ReconciliationRows rows;
    private final Records records;
    private final Evidence evidence;

    ReconcileWorks(
            WorkObjects objects, RecordedWorks works, ReconciliationRows rows, Records records, Evidence evidence) {
        this.objects = objects;
        this.works = works;
        this.rows = rows;
        this.records = records;
        this.evidence = evidence;
    }

    /// Returns when the reconciliation is finished or has failed.
    ///
    /// @param share of the objects whose bytes are read, from 0 to 1; nobody can foresee which
    /// @param recorded objects younger than this may not have their record yet
    void run(String id, double share, Instant recorded) {
        try {
            steps(id, share, recorded);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "reconciliation %s could not be finished", id);
            rows.fail(id, String.valueOf(e.getMessage()));
        }
    }

    private void steps(String id, double share, Instant recorded) throws IOException {
        Expirations expirations = Expirations.read(records, evidence);
        var random = new SecureRandom();
        var merge = new WorkMerge(
                objects.all(),
                object -> isExcused(object, recorded, expirations),
                _ -> random.nextDouble() < share,
                objects::sha256,
                found -> rows.add(id, found));
        var alive = new Object() {
            private long last = System.nanoTime();
        };
        works.byHash(work -> {
            merge.work(work);
            if (System.nanoTime() - alive.last > SIGN_OF_LIFE.toNanos()) {
                alive.last = System.nanoTime();
                rows.touch(id, merge.objects(), merge.works(), merge.read());
            }
        });
        merge.end();
        works.malformed(work -> rows.add(id, new HashMalformed(work.work(), work.contentHash())));
        works.deliveredOnly(delivered -> {
            if (!expirations.expired(
                    RetentionClass.NETWORK_LOG, delivered.receivedAt().minus(RECORDED_BEFORE))) {
                rows.add(id, new DeliveredWithoutRecord(delivered.work()));
            }
        });
        rows.finish(id, merge);
        tell(rows.find(id).orElseThrow());
    }

    /// The event may be on its way still, or its period may be over.
    private static boolean isExcused(Listed object, Instant recorded, Expirations expirations) {
        return object.modified().isAfter(recorded)
                || expirations.expired(RetentionClass.NETWORK_LOG, object.modified());
    }

    private static void tell(Reconciliation ended) {
        if (ended.findingCount() == 0) {
            LOG.infof(
                    "reconciliation %s: %d objects and %d works fit, %d of them read",
                    ended.id(), ended.objects(), ended.works(), ended.read());
        } else {
            LOG.errorf(
                    "reconciliation %s: %d findings; see GET /api/records/reconciliations/%s",
                    ended.id(), ended.findingCount(), ended.id());
        }
    }
}

package io.mingshi.records.report;

import io.mingshi.records.ArchiveStorage;
import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.mingshi.records.ObjectLock;
import io.mingshi.records.ProducerProgress;
import io.mingshi.records.report.Report.Making;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Tells the state of log and producers when a report is made.
@Singleton
class AtMaking {
    private final Evidence evidence;
    private final LogLedger ledger;
    private final ProducerProgress producers;
    private final ArchiveStorage archive;

    AtMaking(Evidence evidence, LogLedger ledger, ProducerProgress producers, ArchiveStorage archive) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.producers = producers;
        this.archive = archive;
    }

    Making state(Instant now) {
        long next = ledger.next();
        long missing = producers.gaps(now).stream()
                .mapToLong(gap -> gap.last() - gap.first() + 1)
                .sum();
        return new Making(
                now, evidence.checkpoint().toString(), Math.max(0, next - evidence.size()), missing, objectLock());
    }

    private String objectLock() {
        return switch (archive.lock()) {
            case ObjectLock.Offered _ -> "OFFERED";
            case ObjectLock.NotOffered _ -> "NOT_OFFERED";
            case ObjectLock.Unreachable _ -> "UNREACHABLE";
        };
    }
}

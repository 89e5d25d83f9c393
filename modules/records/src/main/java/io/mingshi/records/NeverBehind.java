package io.mingshi.records;

import static io.mingshi.records.RecordsProblem.EVIDENCE_UNAVAILABLE;

import jakarta.inject.Singleton;
import java.time.Clock;

/// Makes sure, before the first record is kept, that no position is given which the evidence log has already: the
/// database may be an older state that was restored.
@Singleton
public class NeverBehind {
    private final LogLedger ledger;
    private final Evidence evidence;
    private final Clock clock;
    private volatile boolean seen;

    NeverBehind(LogLedger ledger, Evidence evidence, Clock clock) {
        this.ledger = ledger;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `EVIDENCE_UNAVAILABLE` while the log of these records cannot be
    ///     read: then nothing may be kept
    public void check() {
        if (seen || ledger.key().isEmpty()) {
            return;
        }
        if (!ledger.key().get().sameKeyAs(evidence.key())) {
            throw EVIDENCE_UNAVAILABLE.with("the records belong to another evidence log than the configured one");
        }
        long size = evidence.size();
        if (ledger.next() < size) {
            ledger.forward(size, clock.instant());
        }
        seen = true;
    }
}

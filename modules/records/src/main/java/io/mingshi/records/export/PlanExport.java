package io.mingshi.records.export;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.mingshi.records.RecordScan;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Fixes what belongs to an export, once everything that does is in the log, and the log's witnesses said so.
@Singleton
class PlanExport {
    private static final Logger LOG = Logger.getLogger(PlanExport.class);

    private final ExportSettings settings;
    private final Evidence evidence;
    private final LogLedger ledger;
    private final RecordScan scan;
    private final Clock clock;
    private final Map<String, Long> needed = new ConcurrentHashMap<>();

    PlanExport(ExportSettings settings, Evidence evidence, LogLedger ledger, RecordScan scan, Clock clock) {
        this.settings = settings;
        this.evidence = evidence;
        this.ledger = ledger;
        this.scan = scan;
        this.clock = clock;
    }

    /// Empty while it is too early.
    Optional<ExportPlan> plan(ExportOrder order) throws IOException {
        Instant now = clock.instant();
        if (order.scope() instanceof ExportScope.Period period
                && now.isBefore(period.to().plus(settings.margin()))) {
            return Optional.empty();
        }
        // What comes while the export waits for a checkpoint need not be in it, or it would wait for ever.
        long entries = needed.computeIfAbsent(order.id(), _ -> ledger.next());
        Optional<SignedNote> checkpoint = checkpoint(entries);
        if (checkpoint.isEmpty()) {
            return Optional.empty();
        }
        ExportPlan plan = plan(order, checkpoint.get(), now);
        needed.remove(order.id());
        return Optional.of(plan);
    }

    private ExportPlan plan(ExportOrder order, SignedNote checkpoint, Instant now) throws IOException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        if (order.scope() instanceof ExportScope.Period period) {
            PeriodRange range = PeriodRange.of(evidence.reader(), size, period, settings.margin());
            return new ExportPlan(
                    now,
                    checkpoint,
                    scan.count(period.selection(), range.first() - 1, range.end()),
                    settings.margin(),
                    OptionalLong.of(range.first()),
                    OptionalLong.of(range.end()));
        }
        long total = scan.count(order.scope().selection(), -1, size);
        return new ExportPlan(now, checkpoint, total, settings.margin(), OptionalLong.empty(), OptionalLong.empty());
    }

    /// The newest remembered checkpoint, if it has so many entries and the policy accepts it.
    private Optional<SignedNote> checkpoint(long entries) {
        return ledger.newestCheckpoint().filter(note -> {
            try {
                return evidence.policy().verify(note).checkpoint().size() >= entries;
            } catch (EvidenceLogException e) {
                LOG.debug("too few witnesses cosigned for an export yet", e);
                return false;
            }
        });
    }
}

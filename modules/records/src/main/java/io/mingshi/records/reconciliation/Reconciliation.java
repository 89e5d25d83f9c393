package io.mingshi.records.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One comparison of works and records.
///
/// @param outcome `RUNNING`, `CLEAN`, `FOUND` or `FAILED`
/// @param startedBy a person, or `schedule`
/// @param objects objects that were listed
/// @param works recorded works that were looked for
/// @param read objects whose bytes were read
/// @param findingCount how many discrepancies there are
record Reconciliation(
        String id,
        String outcome,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long objects,
        long works,
        long read,
        long findingCount,
        @Nullable String failure) {
    /// A discrepancy as it is remembered.
    record Found(
            long number,
            String kind,
            @Nullable String work,
            @Nullable String object,
            String sentence) {}
}

package io.mingshi.records.http;

import io.mingshi.records.retention.SealKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of what was kept about a person in one class and month.
///
/// @param state `ERASED`, `STORAGE_ONLY` or `KEPT`
/// @param rule why it must stay
/// @param until when the minimum is over; null when it is erased
/// @param held whether a legal hold keeps it beyond that
record ErasureView(
        String retentionClass,
        String month,
        String state,
        @Nullable String rule,
        @Nullable Instant until,
        boolean held) {
    static ErasureView of(SealKey key) {
        boolean erased = key.destroyedAt().isPresent();
        return new ErasureView(
                key.retentionClass().name(),
                key.month().toString(),
                erased ? "ERASED" : key.restricted() ? "STORAGE_ONLY" : "KEPT",
                erased ? null : key.retentionClass().rule().toString(),
                erased ? null : key.over(),
                key.held());
    }
}

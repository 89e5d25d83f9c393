package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/// The key to what was kept about one person in one class and month (UTC).
///
/// @param latest the last start of a clock among those records
/// @param held whether a legal hold covers one of them
/// @param restricted whether the person asked for erasure: then its records are only stored
/// @param destroyedAt empty while it exists
public record SealKey(
        PersonId person,
        RetentionClass retentionClass,
        YearMonth month,
        Instant latest,
        boolean held,
        boolean restricted,
        Optional<Instant> destroyedAt) {
    /// From when on it may be destroyed, unless it is held.
    public Instant over() {
        return RetentionCalendar.over(latest, retentionClass.minimum());
    }

    /// Whether an erasure may destroy it now.
    public boolean due(Instant now) {
        return restricted && destroyedAt.isEmpty() && !held && !now.isBefore(over());
    }
}

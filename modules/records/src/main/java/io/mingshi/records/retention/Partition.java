package io.mingshi.records.retention;

import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;

/// The records of one class and month of receipt (UTC), which are stored together and go together.
///
/// @param latest the last start of a clock among them
public record Partition(RetentionClass retentionClass, YearMonth month, Instant latest) {
    @Override
    public String toString() {
        return retentionClass + "/" + month;
    }
}

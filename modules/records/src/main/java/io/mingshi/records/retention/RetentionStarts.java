package io.mingshi.records.retention;

import io.mingshi.records.RetentionClass;
import java.time.Instant;

/// When the clock of records starts that does not start at their receipt; every method takes part in the
/// current transaction.
public interface RetentionStarts {
    /// Not before this.
    void notBefore(RetentionClass retentionClass, String key, Instant start);

    /// At this, whatever was said before; still never before the receipt.
    void at(RetentionClass retentionClass, String key, Instant start);
}

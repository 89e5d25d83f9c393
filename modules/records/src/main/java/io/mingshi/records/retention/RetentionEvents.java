package io.mingshi.records.retention;

import io.mingshi.contracts.event.Event;

/// Publishes what was done about records, in the current transaction; it comes back as a record.
public interface RetentionEvents {
    void publish(Event event);
}

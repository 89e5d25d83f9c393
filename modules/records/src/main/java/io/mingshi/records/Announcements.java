package io.mingshi.records;

import io.mingshi.contracts.event.Event;

/// Publishes what `records` itself found or did, in the current transaction.
public interface Announcements {
    void publish(Event event);
}

package io.mingshi.consent;

import io.mingshi.contracts.event.Event;

/// Tells the platform what happened, in the same transaction as the state.
public interface ConsentFacts {
    void publish(Event event);
}

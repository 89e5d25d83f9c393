package io.mingshi.identity;

import io.mingshi.contracts.event.Event;

/// Tells the platform what happened, in the same transaction as the state.
public interface IdentityFacts {
    void publish(Event event);
}

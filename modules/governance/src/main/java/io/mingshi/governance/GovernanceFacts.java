package io.mingshi.governance;

import io.mingshi.contracts.event.GovernanceEvent;

/// Tells the other modules what happened here, in the transaction in which it happens.
public interface GovernanceFacts {
    void publish(GovernanceEvent event);
}

package io.mingshi.moderation;

import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.servicekit.caller.Caller;

/// Tells the other modules what happened here, in the transaction in which it happens.
public interface ModerationFacts {
    void publish(ModerationEvent event);

    /// Somebody used the privilege to see whom the library refused.
    void readRefusals(Caller reader);
}

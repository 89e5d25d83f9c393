package io.mingshi.moderation;

import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;

/// Tells the other modules what happened here, in the transaction in which it happens.
public interface ModerationFacts {
    void publish(ModerationEvent event);

    /// Somebody used the privilege to see whom the library refused.
    void readRefusals(Caller reader);

    /// Somebody used a privilege to read.
    ///
    /// @param what what was read, such as `sanctions`
    /// @param target the number of the thing read, or `*` for a list
    void read(Caller reader, Role privilege, String what, String target);
}

package io.mingshi.complaints;

import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;

/// Writes facts into the current transaction.
public interface ComplaintFacts {
    void publish(ComplaintEvent fact);

    /// Somebody used a privilege to read.
    void read(Caller reader, Role privilege, String what, String target);
}

package io.mingshi.records;

import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;

/// Writes into the current transaction that somebody used a privilege to read.
public interface PrivilegedReads {
    void record(Caller reader, Role privilege, String what, String target);
}

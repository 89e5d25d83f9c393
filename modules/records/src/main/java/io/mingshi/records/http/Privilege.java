package io.mingshi.records.http;

import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;

/// In which of their roles somebody reads: an inspector's look is one, whatever else the person is.
final class Privilege {
    private Privilege() {}

    static Role of(Caller caller) {
        return caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER;
    }
}

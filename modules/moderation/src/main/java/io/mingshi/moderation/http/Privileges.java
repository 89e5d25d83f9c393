package io.mingshi.moderation.http;

import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import java.util.Arrays;

/// Which of several roles a look is recorded under.
final class Privileges {
    private Privileges() {}

    /// The first of these that the caller has.
    static Role of(Caller caller, Role... roles) {
        return Arrays.stream(roles).filter(caller::is).findFirst().orElseThrow();
    }
}

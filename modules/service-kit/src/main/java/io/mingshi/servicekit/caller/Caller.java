package io.mingshi.servicekit.caller;

import io.mingshi.contracts.PersonId;
import java.util.Set;

/// Who is calling: a pseudonym and roles, never a name.
public record Caller(PersonId person, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}

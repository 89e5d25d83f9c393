package io.mingshi.servicekit.caller;

import java.util.Locale;
import java.util.Optional;

/// What a caller may be on the platform; the realm roles of the login have the same names in lower case.
public enum Role {
    /// Asks for content and owns what was made.
    USER,
    /// Reviews content and proposes entries of the feature library.
    REVIEWER,
    /// Decides complaints and takedowns, approves library entries.
    OFFICER,
    /// Inspects for an authority: reads everything, changes nothing.
    INSPECTOR,
    /// Runs the service: registers models, pauses.
    OPERATOR,
    /// Another module of the platform in its own process.
    SERVICE,
    /// The login, in the name of the person who is just logging in. Nobody holds this role: only the login
    /// itself writes it, into a token for this one person that lasts a minute.
    LOGIN;

    static Optional<Role> of(String name) {
        for (Role role : values()) {
            if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

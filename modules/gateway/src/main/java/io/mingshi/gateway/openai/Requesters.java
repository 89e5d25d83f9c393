package io.mingshi.gateway.openai;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.key.ApiKeys;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Tells who asks: the holder of an API key, or a logged-in user.
@ApplicationScoped
class Requesters {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Callers callers;

    Requesters(ApiKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /// @param authorization the header, which is looked at before the login is
    /// @throws io.mingshi.contracts.ProblemException when neither is accepted
    PersonId of(@Nullable String authorization) {
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && authorization.startsWith(ApiKeys.PREFIX, BEARER.length())) {
            return keys.holder(authorization.substring(BEARER.length()).strip());
        }
        return callers.with(Role.USER).person();
    }
}

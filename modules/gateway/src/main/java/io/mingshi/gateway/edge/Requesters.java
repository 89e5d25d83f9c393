package io.mingshi.gateway.edge;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.gateway.key.ApiKeys;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Tells who asks: the holder of an API key, or a logged-in user.
@ApplicationScoped
public class Requesters {
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final Callers callers;

    Requesters(ApiKeys keys, Callers callers) {
        this.keys = keys;
        this.callers = callers;
    }

    /// @param authorization the header, which is looked at before the login is
    /// @throws io.mingshi.contracts.ProblemException when neither is accepted
    public PersonId of(@Nullable String authorization) {
        if (authorization != null
                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && authorization.startsWith(ApiKeys.PREFIX, BEARER.length())) {
            return keys.holder(authorization.substring(BEARER.length()).strip());
        }
        return callers.with(Role.USER).person();
    }

    /// The same where results of a capability are listed, fetched or removed.
    ///
    /// @throws io.mingshi.contracts.ProblemException also when the key is not for it
    public PersonId of(@Nullable String authorization, Capability capability) {
        PersonId person = of(authorization);
        keys.requireFor(capability);
        return person;
    }

    /// Whether the request, whose requester was told before, may see what was made with this model.
    public boolean mayUse(ModelId model) {
        return keys.isFor(model);
    }

    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE`
    public void requireFor(ModelId model) {
        keys.requireFor(model);
    }

    /// The same where files of every kind are.
    ///
    /// @throws io.mingshi.contracts.ProblemException also when the key is for some capabilities alone
    public PersonId ofAll(@Nullable String authorization) {
        PersonId person = of(authorization);
        keys.requireForAll();
        return person;
    }

    /// The same for libraries that send the key by itself.
    ///
    /// @param key the header with the key alone; null where the other one is sent
    public PersonId of(@Nullable String authorization, @Nullable String key) {
        return of(key == null ? authorization : BEARER + key);
    }
}

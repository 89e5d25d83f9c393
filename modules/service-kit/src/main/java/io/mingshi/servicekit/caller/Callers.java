package io.mingshi.servicekit.caller;

import static io.mingshi.contracts.CommonProblem.NOT_LOGGED_IN;
import static io.mingshi.contracts.CommonProblem.ROLE_MISSING;

import io.mingshi.contracts.PersonId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Tells who made the current request, from its OpenID Connect token or session.
@ApplicationScoped
public class Callers {
    private final CurrentIdentityAssociation identities;

    Callers(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /// @throws io.mingshi.contracts.ProblemException `NOT_LOGGED_IN`
    public Caller current() {
        return find().orElseThrow(() -> NOT_LOGGED_IN.with("log in, or send a bearer token"));
    }

    /// The caller, who has at least one of these roles.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NOT_LOGGED_IN` or `ROLE_MISSING`
    public Caller with(Role... anyOf) {
        Caller caller = current();
        if (Arrays.stream(anyOf).noneMatch(caller::is)) {
            String wanted = Arrays.stream(anyOf)
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
            throw ROLE_MISSING.with("this needs the role " + wanted + ": ask an operator for it");
        }
        return caller;
    }

    /// Empty when nobody is logged in.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NOT_LOGGED_IN` when a token was sent and is not
    /// accepted
    public Optional<Caller> find() {
        try {
            SecurityIdentity identity = identities.getIdentity();
            return identity.isAnonymous() ? Optional.empty() : Optional.of(callerOf(identity));
        } catch (AuthenticationFailedException e) {
            throw NOT_LOGGED_IN.with("the token is not accepted or has expired: log in again");
        }
    }

    private static Caller callerOf(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            throw NOT_LOGGED_IN.with("the token names no subject: log in again");
        }
        Set<Role> roles = identity.getRoles().stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new Caller(new PersonId(token.getSubject()), roles);
    }
}

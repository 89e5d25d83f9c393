package io.mingshi.servicekit.caller;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Lets a token or a console session of ended sessions count as none: a program is refused, a browser is
/// sent to the login.
@ApplicationScoped
class RefuseEnded implements SecurityIdentityAugmentor {
    private final EndedSessions ended;

    RefuseEnded(EndedSessions ended) {
        this.ended = ended;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return isEnded(identity)
                ? Uni.createFrom().failure(new AuthenticationFailedException("the sessions of this account were ended"))
                : Uni.createFrom().item(identity);
    }

    private boolean isEnded(SecurityIdentity identity) {
        if (identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null) {
            return false;
        }
        try {
            return ended.refuses(new PersonId(token.getSubject()), Instant.ofEpochSecond(token.getIssuedAtTime()));
        } catch (ProblemException e) {
            return false; // no person of ours has such an id; whoever needs a caller says so
        }
    }
}

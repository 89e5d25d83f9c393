package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.ANOTHER_IDENTITY;
import static io.mingshi.identity.IdentityProblem.ERASED;
import static io.mingshi.identity.IdentityProblem.TOO_MANY_ACCOUNTS;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonVerified;
import io.mingshi.contracts.event.IdentityEvent.VerificationFailed;
import io.mingshi.contracts.identity.Assurance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Keeps the outcome of a verification together with the fact that tells of it.
@ApplicationScoped
class RecordVerification {
    /// On how many accounts one identity may be proven at the same time; a policy of ours.
    static final int MAX_ACCOUNTS_PER_IDENTITY = 3;

    private final Identities identities;
    private final IdentityFacts facts;
    private final Clock clock;

    RecordVerification(Identities identities, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.facts = facts;
        this.clock = clock;
    }

    /// Refuses what could not be recorded anyway, before the authority is asked.
    ///
    /// @throws io.mingshi.contracts.ProblemException `ERASED`, `ANOTHER_IDENTITY` or `TOO_MANY_ACCOUNTS`
    @Transactional
    void permit(PersonId person, Claim claim) {
        assurance(identities.find(person), claim);
    }

    @Transactional
    Identity.Proven proven(PersonId person, Claim claim, String reference) {
        Assurance assurance = assurance(identities.findForChange(person), claim);
        Instant now = clock.instant();
        var proven = new Identity.Proven(person, claim.method(), assurance, claim.data(), reference, now);
        identities.keep(proven);
        facts.publish(new PersonVerified(person, claim.method().name(), assurance, reference, now));
        return proven;
    }

    @Transactional
    void failed(PersonId person, Method method, String reason) {
        facts.publish(new VerificationFailed(person, method.name(), reason, clock.instant()));
    }

    /// The assurance that is reached with this claim; a lower one never replaces a higher one.
    private Assurance assurance(Identity known, Claim claim) {
        Assurance reached = claim.method().assurance();
        Assurance assurance = switch (known) {
            case Identity.Unproven _ -> reached;
            case Identity.Proven proven when sameNumber(proven, claim) -> higher(proven.assurance(), reached);
            case Identity.Proven _ ->
                throw ANOTHER_IDENTITY.with("this account is already proven with another number:"
                        + " erase your identity data or use another account");
            case Identity.Erased _ ->
                throw ERASED.with("the data of this account was erased for good: use a new account");
        };
        if (identities.othersWith(claim.data().number(), known.person()) >= MAX_ACCOUNTS_PER_IDENTITY) {
            throw TOO_MANY_ACCOUNTS.with("this identity is proven on " + MAX_ACCOUNTS_PER_IDENTITY
                    + " other accounts already: erase the identity data of one of them");
        }
        return assurance;
    }

    private static boolean sameNumber(Identity.Proven proven, Claim claim) {
        return proven.data().number().equals(claim.data().number());
    }

    private static Assurance higher(Assurance one, Assurance other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

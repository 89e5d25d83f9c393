package io.mingshi.identity.state;

import static io.mingshi.identity.IdentityProblem.NOTHING_PROVEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.AccountHeld;
import io.mingshi.contracts.event.IdentityEvent.AccountReleased;
import io.mingshi.contracts.event.IdentityEvent.VerificationEnded;
import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Confirmations;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Hold.Cause;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.identity.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Makes what is proven on an account count as nothing, from the commit on, and lets it count again.
///
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class HoldAccount {
    private final Identities identities;
    private final Confirmations confirmations;
    private final IdentityFacts facts;
    private final Accounts accounts;
    private final Clock clock;

    HoldAccount(
            Identities identities, Confirmations confirmations, IdentityFacts facts, Accounts accounts, Clock clock) {
        this.identities = identities;
        this.confirmations = confirmations;
        this.facts = facts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A revocation ends every confirmation; a suspicion never weakens a revocation, and ends every
    /// session, whoever has one, each time that it is told.
    ///
    /// @param by the person, who reports a take-over, or an officer
    @Transactional
    public void hold(PersonId person, Cause cause, PersonId by, String reason) {
        Identity.Proven proven = proven(person);
        if (cause == Cause.TAKEOVER_SUSPECTED) {
            accounts.endSessions(person, cause.name());
        }
        Hold earlier = proven.hold();
        if (earlier != null && (earlier.cause() == cause || earlier.cause() == Cause.REVOKED)) {
            return;
        }
        Instant now = clock.instant();
        identities.keepHold(person, new Hold(cause, now));
        facts.publish(new AccountHeld(person, cause.name(), by, reason, now));
        if (cause == Cause.REVOKED) {
            proven.confirmations().forEach(one -> end(person, one, now));
        }
    }

    /// What was not revoked or run out counts again.
    @Transactional
    public void release(PersonId person, PersonId officer, String reason) {
        Hold hold = proven(person).hold();
        if (hold != null) {
            identities.keepHold(person, null);
            facts.publish(new AccountReleased(person, hold.cause().name(), officer, reason, clock.instant()));
        }
    }

    private void end(PersonId person, Confirmation confirmation, Instant now) {
        confirmations.end(person, confirmation.method(), Cause.REVOKED.name(), now);
        facts.publish(new VerificationEnded(person, confirmation.method().name(), Cause.REVOKED.name(), now));
    }

    private Identity.Proven proven(PersonId person) {
        if (identities.findForChange(person) instanceof Identity.Proven proven) {
            return proven;
        }
        throw NOTHING_PROVEN.with("nothing is proven on this account, so there is nothing to hold or to release");
    }
}

package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.ErasureDeferred;
import io.mingshi.contracts.event.IdentityEvent.GuardianWithdrew;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Erases what is kept of a person at that person's wish, by destroying the key.
///
/// While a rule keeps the data, everything but storage stops, and the key is destroyed when the hold ends.
/// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class EraseIdentity {
    private final Identities identities;
    private final LegalHolds holds;
    private final IdentityFacts facts;
    private final Clock clock;

    EraseIdentity(Identities identities, LegalHolds holds, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.holds = holds;
        this.facts = facts;
        this.clock = clock;
    }

    /// The person's own wish.
    ///
    /// @throws io.mingshi.contracts.ProblemException `HELD`
    @Transactional
    public void eraseAtWish(PersonId person) {
        SamePerson.notTakenOver(identities.findForChange(person));
        erase(person);
    }

    /// From the commit on the person stands at `NONE`; repeating it changes nothing.
    @Transactional
    public void erase(PersonId person) {
        Identity known = identities.findForChange(person);
        Optional<LegalHold> hold = holds.lasting(person, clock.instant());
        stopGuarding(person);
        switch (known) {
            case Identity.Erased _ -> {}
            case Identity.StorageOnly _ when hold.isPresent() -> {}
            case Identity.Proven _ when hold.isPresent() -> defer(person, hold.get());
            case Identity.Unproven _, Identity.Proven _, Identity.StorageOnly _ -> destroy(person);
        }
    }

    /// Whoever is erased consents for nobody any more.
    private void stopGuarding(PersonId person) {
        Instant now = clock.instant();
        for (PersonId child : identities.withdrawWards(person, now)) {
            facts.publish(new GuardianWithdrew(child, person, now));
        }
    }

    private void defer(PersonId person, LegalHold hold) {
        Instant now = clock.instant();
        identities.keepStored(person, now);
        facts.publish(new ErasureDeferred(person, hold.id(), hold.until(), now));
    }

    private void destroy(PersonId person) {
        var erased = new Identity.Erased(person, clock.instant());
        identities.erase(erased);
        facts.publish(new PersonErased(person, erased.erasedAt()));
    }
}

package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Erases what is kept of a person at that person's wish, by destroying the key.
///
/// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class EraseIdentity {
    private final Identities identities;
    private final IdentityFacts facts;
    private final Clock clock;

    EraseIdentity(Identities identities, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.facts = facts;
        this.clock = clock;
    }

    /// From the commit on the person stands at `NONE`; repeating it changes nothing.
    @Transactional
    public void erase(PersonId person) {
        if (identities.findForChange(person) instanceof Identity.Erased) {
            return;
        }
        var erased = new Identity.Erased(person, clock.instant());
        identities.erase(erased);
        facts.publish(new PersonErased(person, erased.erasedAt()));
    }
}

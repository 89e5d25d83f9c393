package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonalDataCopied;
import io.mingshi.identity.Confirmations.Past;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Gives a person everything that is kept of their identity, in plain words.
///
/// [PIPL-45](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class CopyPersonalData {
    private final Identities identities;
    private final Confirmations confirmations;
    private final IdentityFacts facts;
    private final Clock clock;

    CopyPersonalData(Identities identities, Confirmations confirmations, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.confirmations = confirmations;
        this.facts = facts;
        this.clock = clock;
    }

    /// @param history every confirmation there ever was
    public record Copy(Identity identity, List<Past> history) {}

    /// @param person who asks; only their own data is ever read
    /// @throws io.mingshi.contracts.ProblemException `HELD`
    @Transactional
    public Copy copy(PersonId person) {
        Identity known = identities.find(person);
        SamePerson.notTakenOver(known);
        facts.publish(new PersonalDataCopied(person, clock.instant()));
        return new Copy(known, confirmations.history(person));
    }
}

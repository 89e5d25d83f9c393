package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.DERIVATION_INCOMPLETE;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GovernanceEvent.ModelDerived;
import io.mingshi.contracts.event.GovernanceEvent.ModelDisabled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Puts a model that was made from a face or a voice out of use as soon as the person takes the consent back.
///
/// What a model learned cannot be taken out of it, so no later consent brings it back: another is made and registered
/// under another name. [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm),
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class DisableDerived {
    private static final int MOST = 1_000;

    private final Derivations derivations;
    private final Registrations registrations;
    private final GovernanceFacts facts;
    private final Clock clock;

    DisableDerived(Derivations derivations, Registrations registrations, GovernanceFacts facts, Clock clock) {
        this.derivations = derivations;
        this.registrations = registrations;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    public List<Derivation> of(ModelId model) {
        return derivations.of(model);
    }

    /// Says under which consents a registered model was made; none is ever taken out again. A consent that was taken
    /// back before puts it out of use at once.
    ///
    /// @throws io.mingshi.contracts.ProblemException `DERIVATION_INCOMPLETE`
    @Transactional
    public List<Derivation> declare(ModelId model, Set<ConsentId> consents, PersonId by) {
        if (consents.isEmpty() || consents.size() > MOST) {
            throw DERIVATION_INCOMPLETE.with("name 1 to " + MOST + " consents under which the model was made");
        }
        if (registrations.find(model).isEmpty()) {
            throw DERIVATION_INCOMPLETE.with("register the model " + model + " first");
        }
        Instant now = clock.instant();
        List<ConsentId> declared = consents.stream()
                .filter(consent -> derivations.keep(new Derivation(model, consent, by, now, null)))
                .toList();
        if (!declared.isEmpty()) {
            facts.publish(new ModelDerived(model, declared, by, now));
        }
        List<Derivation> all = derivations.of(model);
        all.stream()
                .filter(one -> one.withdrawnAt() != null && declared.contains(one.consent()))
                .forEach(one -> disabled(one, now));
        return all;
    }

    /// The person took the consent back; takes part in the current transaction.
    @Transactional
    public void withdrawn(ConsentId consent, Instant at) {
        derivations.withdrawn(consent, at);
        derivations.under(consent).forEach(one -> disabled(one, at));
    }

    private void disabled(Derivation derivation, Instant at) {
        facts.publish(new ModelDisabled(derivation.model(), derivation.consent(), derivation.by(), at));
    }
}

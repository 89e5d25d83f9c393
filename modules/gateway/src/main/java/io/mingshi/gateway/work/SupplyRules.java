package io.mingshi.gateway.work;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import jakarta.enterprise.context.ApplicationScoped;

/// Who may be handed a work without explicit label, and which: whoever could publish it, or a question that is not
/// answered refuses.
@ApplicationScoped
class SupplyRules {
    private final Works works;
    private final PublicationRules rules;

    SupplyRules(Works works, PublicationRules rules) {
        this.works = works;
        this.rules = rules;
    }

    void mayReceive(PersonId owner, ProduceId id) {
        rules.proven(owner);
        Work work = works.owned(owner, id);
        rules.notPaused();
        works.content(owner, id);
        rules.depictedPeopleAgree(work);
    }
}

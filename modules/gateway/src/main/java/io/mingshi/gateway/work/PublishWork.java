package io.mingshi.gateway.work;

import static io.mingshi.gateway.GatewayProblem.TAKEN_DOWN;
import static io.mingshi.gateway.GatewayProblem.WORK_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import jakarta.enterprise.context.ApplicationScoped;

/// Makes a work public, for its owner whose real identity is proven now.
@ApplicationScoped
public class PublishWork {
    private final Works works;
    private final WorkLedger ledger;
    private final WorkLinks links;
    private final PublicationRules rules;

    PublishWork(Works works, WorkLedger ledger, WorkLinks links, PublicationRules rules) {
        this.works = works;
        this.ledger = ledger;
        this.links = links;
        this.rules = rules;
    }

    /// @param source the unit whose news it is; empty for what is no news
    /// @return the public address
    public String publish(PersonId owner, ProduceId id, String source) {
        rules.proven(owner);
        Work work = works.owned(owner, id);
        rules.notPaused();
        if (work.takenDown()) {
            throw TAKEN_DOWN.with("the work " + id + " was taken down and cannot be published");
        }
        Works.requireReleased(work);
        if (work.content() == null) {
            throw WORK_INCOMPLETE.with("the work " + id + " has no recorded content that could be published");
        }
        rules.depictedPeopleAgree(work);
        rules.sourceOfNews(work, source);
        ledger.publish(work, source);
        return links.publicAddress(id);
    }
}

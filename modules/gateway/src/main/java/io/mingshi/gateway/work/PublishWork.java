package io.mingshi.gateway.work;

import static io.mingshi.gateway.GatewayProblem.PUBLICATION_PAUSED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.TAKEN_DOWN;
import static io.mingshi.gateway.GatewayProblem.WORK_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.contracts.identity.Standings;
import jakarta.enterprise.context.ApplicationScoped;

/// Makes a work public, for its owner whose real identity is proven now.
@ApplicationScoped
public class PublishWork {
    private final Works works;
    private final WorkLedger ledger;
    private final WorkLinks links;
    private final Standings standings;
    private final Pauses pauses;

    PublishWork(Works works, WorkLedger ledger, WorkLinks links, Standings standings, Pauses pauses) {
        this.works = works;
        this.ledger = ledger;
        this.links = links;
        this.standings = standings;
        this.pauses = pauses;
    }

    /// There is no publishing for people whose real identity is not proven.
    /// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    ///
    /// @return the public address
    public String publish(PersonId owner, ProduceId id) {
        if (!standings.of(owner).assurance().proven()) {
            throw REAL_NAME_REQUIRED.with("verify your identity before you publish: POST /api/identity/verifications");
        }
        Work work = works.owned(owner, id);
        if (pauses.paused(PauseScope.PUBLICATION)) {
            throw PUBLICATION_PAUSED.with("publication is paused by order; GET /api/governance/pauses says since when");
        }
        if (work.takenDown()) {
            throw TAKEN_DOWN.with("the work " + id + " was taken down and cannot be published");
        }
        if (work.content() == null) {
            throw WORK_INCOMPLETE.with("the work " + id + " has no recorded content that could be published");
        }
        ledger.publish(work);
        return links.publicAddress(id);
    }
}

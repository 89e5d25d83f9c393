package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.NOT_ACTIVE;
import static io.mingshi.consent.ConsentProblem.NO_SUCH_CONSENT;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Takes a consent back in one step, with effect from the commit; nothing is asked and no reason is needed.
///
/// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class WithdrawConsent {
    private final Consents consents;
    private final ConsentFacts facts;
    private final Clock clock;

    WithdrawConsent(Consents consents, ConsentFacts facts, Clock clock) {
        this.consents = consents;
        this.facts = facts;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_CONSENT` for anybody but the depicted person, or
    ///     `NOT_ACTIVE`
    @Transactional
    public Consent.Withdrawn withdraw(PersonId depicted, ConsentId id) {
        Consent consent = consents.findForChange(id)
                .filter(found -> found.isOf(depicted))
                .orElseThrow(() -> NO_SUCH_CONSENT.with("you gave no consent with this id"));
        Consent.Active active = switch (consent) {
            case Consent.Active now -> now;
            case Consent.Withdrawn _ -> throw NOT_ACTIVE.with("this consent was withdrawn already");
            case Consent.Lapsed _ -> throw NOT_ACTIVE.with("this consent's period is over already");
            case Consent.Refused _, Consent.Requested _ -> throw NOT_ACTIVE.with("this consent was not given");
        };
        var withdrawn =
                new Consent.Withdrawn(active.terms(), depicted, active.evidence(), active.grantedAt(), clock.instant());
        consents.change(withdrawn);
        Scope scope = active.terms().scope();
        facts.publish(new ConsentWithdrawn(
                id, active.terms().requester(), depicted, withdrawn.withdrawnAt(), scope.modalities(), scope.models()));
        return withdrawn;
    }
}

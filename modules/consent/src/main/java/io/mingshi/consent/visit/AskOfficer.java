package io.mingshi.consent.visit;

import io.mingshi.consent.ConsentFacts;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ConsentEvent.ManualCheckOpened;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Puts into the officers' queue what only a person can find out; takes part in the current transaction.
@ApplicationScoped
class AskOfficer {
    private final ManualChecks checks;
    private final ConsentFacts facts;
    private final Ids ids;

    AskOfficer(ManualChecks checks, ConsentFacts facts, Ids ids) {
        this.checks = checks;
        this.facts = facts;
        this.ids = ids;
    }

    void ask(Visit visit, ManualCheck.Cause cause, Instant now) {
        open(visit.terms(), visit.visitor(), cause, now);
    }

    /// Name and number are what others may know: whoever has nothing to show for it is seen by an officer.
    ///
    /// The check belongs to the page that is being opened, whose number the officer asks for; those of earlier
    /// pages end with them.
    ///
    /// @param answered whether the link is answered, so that nothing is left to say yes to
    Visit.Possession possession(Terms terms, Visitor visitor, boolean answered, Instant now) {
        if (visitor.possession()) {
            return new Visit.Possession.Shown();
        }
        checks.drop(terms.id(), ManualCheck.Cause.POSSESSION);
        if (answered) {
            return new Visit.Possession.Unasked();
        }
        return new Visit.Possession.Awaited(open(terms, visitor, ManualCheck.Cause.POSSESSION, now));
    }

    private String open(Terms terms, Visitor visitor, ManualCheck.Cause cause, Instant now) {
        PersonId depicted = visitor.depicted();
        var check = new ManualCheck(ids.next(), terms.id(), depicted, cause, LinkSteps.guardian(visitor), now, null);
        if (checks.open(check)) {
            facts.publish(new ManualCheckOpened(check.consent(), depicted, cause.name(), now));
        }
        return check.id();
    }
}

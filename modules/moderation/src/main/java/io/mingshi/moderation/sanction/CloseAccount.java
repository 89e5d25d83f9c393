package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.second.Confirmable;
import io.mingshi.moderation.second.Deed;
import io.mingshi.moderation.second.TwoPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Closes an account for good, when two people want it.
@ApplicationScoped
@Transactional
public class CloseAccount implements Confirmable {
    private final ImposeSanction impose;
    private final TwoPeople twoPeople;

    CloseAccount(ImposeSanction impose, TwoPeople twoPeople) {
        this.impose = impose;
        this.twoPeople = twoPeople;
    }

    /// Nothing counts before somebody else confirms.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OWN_ITEM`, `DEED_WAITS`
    public Deed propose(Wanted closure, PersonId proposer) {
        return twoPeople.propose(
                Deed.Kind.CLOSURE, closure.person().value(), closure.person(), closure.reasons(), proposer);
    }

    @Override
    public boolean does(Deed.Kind kind) {
        return kind == Deed.Kind.CLOSURE;
    }

    @Override
    public void confirmed(Deed deed, PersonId second) {
        var closure = new Wanted(deed.person(), SanctionKind.CLOSURE, deed.reasons(), null);
        impose.close(closure, deed.proposer(), second);
    }
}

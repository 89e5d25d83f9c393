package io.mingshi.moderation.takedown;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_TAKEDOWN;
import static io.mingshi.moderation.ModerationProblem.TAKEDOWN_REVOKED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.TakedownRevoked;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.second.Confirmable;
import io.mingshi.moderation.second.Deed;
import io.mingshi.moderation.second.TwoPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Takes a takedown back: two people do, or an officer who upholds an appeal.
@ApplicationScoped
@Transactional
public class RevokeTakedown implements Confirmable {
    private static final int MOST_LISTED = 200;

    private final TakedownLedger takedowns;
    private final ModerationFacts facts;
    private final TwoPeople twoPeople;
    private final Clock clock;

    RevokeTakedown(TakedownLedger takedowns, ModerationFacts facts, TwoPeople twoPeople, Clock clock) {
        this.takedowns = takedowns;
        this.facts = facts;
        this.twoPeople = twoPeople;
        this.clock = clock;
    }

    public List<Takedown> latest() {
        return takedowns.latest(MOST_LISTED);
    }

    /// Proposes it; the work stays down until somebody else confirms.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_TAKEDOWN`, `TAKEDOWN_REVOKED`, `OWN_ITEM`,
    ///     `DEED_WAITS`
    public Deed propose(String decision, Reasons reasons, PersonId proposer) {
        Takedown takedown = require(decision);
        return twoPeople.propose(Deed.Kind.REVOCATION, decision, takedown.owner(), reasons, proposer);
    }

    @Override
    public boolean does(Deed.Kind kind) {
        return kind == Deed.Kind.REVOCATION;
    }

    @Override
    public void confirmed(Deed deed, PersonId second) {
        revoke(require(deed.target()), deed.reasons().reason(), second);
    }

    /// Does nothing when it is taken back by then.
    public void appealUpheld(String decision, String ticket, PersonId officer) {
        takedowns
                .findForChange(decision)
                .filter(takedown -> takedown.revoked() == null)
                .ifPresent(takedown -> revoke(takedown, "appeal " + ticket, officer));
    }

    private Takedown require(String decision) {
        Takedown takedown = takedowns
                .findForChange(decision)
                .orElseThrow(() -> NO_SUCH_TAKEDOWN.with("no takedown has this number"));
        if (takedown.revoked() != null) {
            throw TAKEDOWN_REVOKED.with("this takedown was taken back: nothing was changed");
        }
        return takedown;
    }

    private void revoke(Takedown takedown, String reason, PersonId by) {
        var now = clock.instant();
        takedowns.revoked(takedown.decision(), by, now);
        facts.publish(new TakedownRevoked(takedown.work(), takedown.decision(), reason, by, now));
    }
}

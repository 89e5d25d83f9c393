package io.mingshi.moderation.sanction;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_SANCTION;
import static io.mingshi.moderation.ModerationProblem.SANCTION_OVER;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.SanctionEnded;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.sanction.Sanction.Cause;
import io.mingshi.moderation.second.Confirmable;
import io.mingshi.moderation.second.Deed;
import io.mingshi.moderation.second.TwoPeople;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Ends sanctions: two people lift one, an upheld appeal ends it, and time does.
@ApplicationScoped
@Transactional
public class EndSanction implements Confirmable {
    private static final int AT_ONCE = 100;

    private final SanctionLedger sanctions;
    private final ModerationFacts facts;
    private final TwoPeople twoPeople;
    private final Clock clock;

    EndSanction(SanctionLedger sanctions, ModerationFacts facts, TwoPeople twoPeople, Clock clock) {
        this.sanctions = sanctions;
        this.facts = facts;
        this.twoPeople = twoPeople;
        this.clock = clock;
    }

    /// Proposes to lift it; it stays in force until somebody else confirms.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_SANCTION`, `SANCTION_OVER`, `OWN_ITEM`,
    ///     `DEED_WAITS`
    public Deed propose(String number, Reasons reasons, PersonId proposer) {
        Sanction sanction = require(number);
        return twoPeople.propose(Deed.Kind.LIFTING, number, sanction.person(), reasons, proposer);
    }

    @Override
    public boolean does(Deed.Kind kind) {
        return kind == Deed.Kind.LIFTING;
    }

    @Override
    public void confirmed(Deed deed, PersonId second) {
        end(require(deed.target()), Cause.LIFTED, second);
    }

    /// Does nothing when it is over by then.
    public void appealUpheld(String number, PersonId officer) {
        sanctions
                .findForChange(number)
                .filter(sanction -> sanction.inForce(clock.instant()))
                .ifPresent(sanction -> end(sanction, Cause.APPEAL_UPHELD, officer));
    }

    /// Tells of those whose time is over; they have no effect from that instant on, told or not.
    ///
    /// @return how many there were
    int expire() {
        var expired = sanctions.expired(clock.instant(), AT_ONCE);
        expired.forEach(sanction -> end(sanction, Cause.EXPIRED, AbuseRule.PLATFORM));
        return expired.size();
    }

    private Sanction require(String number) {
        Sanction sanction =
                sanctions.findForChange(number).orElseThrow(() -> NO_SUCH_SANCTION.with("no sanction has this number"));
        if (!sanction.inForce(clock.instant())) {
            throw SANCTION_OVER.with("this sanction is over: nothing was changed");
        }
        return sanction;
    }

    private void end(Sanction sanction, Cause cause, PersonId by) {
        var now = clock.instant();
        sanctions.end(sanction.number(), new Sanction.End(cause, by, now));
        facts.publish(new SanctionEnded(sanction.person(), sanction.number(), sanction.kind(), cause.name(), by, now));
    }
}

package io.mingshi.moderation.second;

import static io.mingshi.moderation.ModerationProblem.DEED_DECIDED;
import static io.mingshi.moderation.ModerationProblem.DEED_WAITS;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_DEED;
import static io.mingshi.moderation.ModerationProblem.OWN_ITEM;
import static io.mingshi.moderation.ModerationProblem.SECOND_PERSON_NEEDED;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Reasons;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Takes what one person wants to do, and does it when another confirms.
@ApplicationScoped
@Transactional
public class TwoPeople {
    private static final int MOST_LISTED = 200;

    private final Deeds deeds;
    private final Instance<Confirmable> doers;
    private final Ids ids;
    private final Clock clock;

    TwoPeople(Deeds deeds, @Any Instance<Confirmable> doers, Ids ids, Clock clock) {
        this.deeds = deeds;
        this.doers = doers;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param person whom it concerns
    /// @throws io.mingshi.contracts.ProblemException `OWN_ITEM`, `DEED_WAITS`
    public Deed propose(Deed.Kind kind, String target, PersonId person, Reasons reasons, PersonId proposer) {
        requireOther(person, proposer);
        var deed = new Deed(ids.next(), kind, target, person, reasons, proposer, clock.instant(), null);
        if (!deeds.add(deed)) {
            throw DEED_WAITS.with("the same was proposed already: see GET /api/moderation/deeds");
        }
        return deed;
    }

    /// What waits for a second person, the oldest first.
    public List<Deed> waiting() {
        return deeds.waiting(MOST_LISTED);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_DEED`, `DEED_DECIDED`, `SECOND_PERSON_NEEDED`,
    ///     `OWN_ITEM`
    public void decide(String id, boolean confirmed, PersonId second) {
        Deed deed = deeds.findForChange(id)
                .orElseThrow(() -> NO_SUCH_DEED.with("nothing waits under this number: see GET /api/moderation/deeds"));
        if (deed.second() != null) {
            throw DEED_DECIDED.with("somebody decided on this already; nothing was changed");
        }
        if (deed.proposer().equals(second)) {
            throw SECOND_PERSON_NEEDED.with("you proposed this: somebody else has to confirm it");
        }
        requireOther(deed.person(), second);
        deeds.decided(id, second, clock.instant(), confirmed);
        if (confirmed) {
            doers.stream().filter(doer -> doer.does(deed.kind())).forEach(doer -> doer.confirmed(deed, second));
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `OWN_ITEM`
    public static void requireOther(PersonId concerned, PersonId decider) {
        if (concerned.equals(decider)) {
            throw OWN_ITEM.with("this concerns you: somebody else has to decide");
        }
    }
}

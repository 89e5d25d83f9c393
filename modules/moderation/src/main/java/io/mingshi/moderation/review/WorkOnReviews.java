package io.mingshi.moderation.review;

import static io.mingshi.moderation.ModerationProblem.CONTACT_OPEN;
import static io.mingshi.moderation.ModerationProblem.NOT_URGENT;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_REVIEW;
import static io.mingshi.moderation.ModerationProblem.OFFICER_NEEDED;
import static io.mingshi.moderation.ModerationProblem.REVIEW_CLAIMED;
import static io.mingshi.moderation.ModerationProblem.REVIEW_NOT_CLAIMED;
import static io.mingshi.moderation.ModerationProblem.REVIEW_OVER;

import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.review.ReviewEvent.Claimed;
import io.mingshi.moderation.review.ReviewEvent.Contacted;
import io.mingshi.moderation.review.ReviewEvent.ContactsShown;
import io.mingshi.moderation.review.ReviewEvent.Decided;
import io.mingshi.moderation.review.ReviewEvent.Escalated;
import io.mingshi.moderation.review.ReviewEvent.GivenBack;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.moderation.review.ReviewEvent.Unveiled;
import io.mingshi.moderation.review.ReviewEvent.Veil;
import io.mingshi.moderation.second.TwoPeople;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What reviewers do with an item: each deed is one more event of its history.
///
/// Nobody works on an own item; what was escalated, and who may be in danger, only officers work on.
@ApplicationScoped
@Transactional
public class WorkOnReviews {
    /// For how long an item is somebody's.
    public static final Duration LEASE = Duration.ofMinutes(15);

    private final Reviews reviews;
    private final Outcome outcome;
    private final Clock clock;

    WorkOnReviews(Reviews reviews, Outcome outcome, Clock clock) {
        this.reviews = reviews;
        this.outcome = outcome;
        this.clock = clock;
    }

    /// Takes the item for a while; again for longer.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_REVIEW`, `REVIEW_OVER`, `OWN_ITEM`,
    ///     `OFFICER_NEEDED`, `REVIEW_CLAIMED`
    public Review claim(String number, Caller reviewer) {
        Review review = waiting(number);
        TwoPeople.requireOther(review.opened().person(), reviewer.person());
        if (review.escalated() && !reviewer.is(Role.OFFICER)) {
            throw OFFICER_NEEDED.with("this item was escalated: an officer has to decide");
        }
        var holder = review.claimedBy(clock.instant());
        if (holder != null && !holder.equals(reviewer.person())) {
            throw REVIEW_CLAIMED.with(
                    "somebody else works on this item: take another one, or try again in a quarter" + " of an hour");
        }
        return add(review, new Claimed(clock.instant().plus(LEASE)), reviewer);
    }

    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`
    public Review giveBack(String number, Caller reviewer) {
        return add(claimed(number, reviewer), new GivenBack(), reviewer);
    }

    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`
    public Review escalate(String number, String reason, Caller reviewer) {
        return add(claimed(number, reviewer), new Escalated(reason), reviewer);
    }

    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`
    public Review unveil(String number, Veil veil, Caller reviewer) {
        return add(claimed(number, reviewer), new Unveiled(veil), reviewer);
    }

    /// What whoever works on it may see.
    ///
    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`
    public Review look(String number, Caller reviewer) {
        return claimed(number, reviewer);
    }

    /// @param reasons the policy that forbids it, or that it was measured against
    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`
    public Review decide(String number, boolean released, Reasons reasons, Caller reviewer) {
        Review review = claimed(number, reviewer);
        if (review.opened().urgent() && !review.contacted()) {
            throw CONTACT_OPEN.with("somebody may be in danger: call a contact first and keep what came of it at"
                    + " POST /api/moderation/reviews/" + number + "/contacts");
        }
        var decided = new Decided(released, reasons.policy(), reasons.reason(), reasons.evidence());
        var step = new Step(review.steps() + 1, decided, reviewer.person(), clock.instant());
        reviews.close(number, step);
        outcome.of(review, decided, reviewer.person());
        return Review.of(number, reviews.history(number));
    }

    /// Keeps that the officer is shown whom to call, before that happens.
    ///
    /// @param contacts how many there are
    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`, `NOT_URGENT`
    public Review show(String number, int contacts, Caller officer) {
        return add(urgent(number, officer), new ContactsShown(contacts), officer);
    }

    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`, `NOT_URGENT`
    public Review contacted(String number, boolean reached, String note, Caller officer) {
        return add(urgent(number, officer), new Contacted(reached, note), officer);
    }

    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`, `NOT_URGENT`
    public Review urgent(String number, Caller officer) {
        Review review = claimed(number, officer);
        if (!review.opened().urgent()) {
            throw NOT_URGENT.with("nobody is in danger here: only the item of a hand-over has contacts");
        }
        return review;
    }

    private Review add(Review review, ReviewEvent event, Caller reviewer) {
        reviews.add(review.number(), new Step(review.steps() + 1, event, reviewer.person(), clock.instant()));
        return Review.of(review.number(), reviews.history(review.number()));
    }

    private Review claimed(String number, Caller reviewer) {
        Review review = waiting(number);
        if (!reviewer.person().equals(review.claimedBy(clock.instant()))) {
            throw REVIEW_NOT_CLAIMED.with("claim this item first: POST /api/moderation/reviews/" + number + "/claim");
        }
        return review;
    }

    private Review waiting(String number) {
        List<Step> history = reviews.historyForChange(number);
        if (history.isEmpty()) {
            throw NO_SUCH_REVIEW.with("no item of the queue has this number");
        }
        Review review = Review.of(number, history);
        if (review.decided() != null) {
            throw REVIEW_OVER.with("this item is decided: see its history");
        }
        return review;
    }
}

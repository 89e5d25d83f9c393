package io.mingshi.moderation.review;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_REVIEW;

import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Shows the queue and the history of its items; each look is recorded.
@ApplicationScoped
@Transactional
public class ReadReviews {
    private static final int MOST_LISTED = 100;

    private final Reviews reviews;
    private final ModerationFacts facts;

    ReadReviews(Reviews reviews, ModerationFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    /// What waits, urgent items first, then the oldest.
    public List<Review> waiting(Caller reader, Role privilege) {
        facts.read(reader, privilege, "review-queue", "*");
        return reviews.waiting(MOST_LISTED);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_REVIEW`
    public List<Step> history(Caller reader, Role privilege, String number) {
        List<Step> history = reviews.history(number);
        if (history.isEmpty()) {
            throw NO_SUCH_REVIEW.with("no item of the queue has this number");
        }
        facts.read(reader, privilege, "review", number);
        return history;
    }
}

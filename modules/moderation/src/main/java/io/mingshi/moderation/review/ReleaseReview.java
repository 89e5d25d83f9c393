package io.mingshi.moderation.review;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.ReviewDecided;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.review.ReviewEvent.Decided;
import io.mingshi.moderation.review.ReviewEvent.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Releases what was held or refused, because an officer upheld the appeal of the person whom it concerns.
@ApplicationScoped
@Transactional
public class ReleaseReview {
    private final Reviews reviews;
    private final ModerationFacts facts;
    private final Clock clock;

    ReleaseReview(Reviews reviews, ModerationFacts facts, Clock clock) {
        this.reviews = reviews;
        this.facts = facts;
        this.clock = clock;
    }

    /// Does nothing when it is released by then.
    public void appealUpheld(String number, String ticket, PersonId officer) {
        List<Step> history = reviews.historyForChange(number);
        if (history.isEmpty()) {
            return;
        }
        Review review = Review.of(number, history);
        Decided before = review.decided();
        if (before != null && before.released()) {
            return;
        }
        var now = clock.instant();
        String reason = "appeal " + ticket;
        Policy policy = before == null ? Policy.HUMAN_REVIEW : before.policy();
        var decided = new Decided(true, policy, reason, List.of());
        reviews.close(number, new Step(review.steps() + 1, decided, officer, now));
        facts.publish(new ReviewDecided(number, true, reason, officer, now));
    }
}

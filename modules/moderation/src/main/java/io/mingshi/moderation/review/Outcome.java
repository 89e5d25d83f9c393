package io.mingshi.moderation.review;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.ReviewDecided;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.review.ReviewEvent.Decided;
import io.mingshi.moderation.statement.IssueStatement;
import io.mingshi.moderation.statement.IssueStatement.Because;
import io.mingshi.moderation.statement.IssueStatement.Restricted;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement.Detected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// What a decided review brings with it: the gateway hears of it, and the owner why something stays back.
@ApplicationScoped
class Outcome {
    private final ModerationFacts facts;
    private final IssueStatement statements;
    private final Clock clock;

    Outcome(ModerationFacts facts, IssueStatement statements, Clock clock) {
        this.facts = facts;
        this.statements = statements;
        this.clock = clock;
    }

    void of(Review review, Decided decided, PersonId by) {
        facts.publish(new ReviewDecided(review.number(), decided.released(), decided.reason(), by, clock.instant()));
        if (decided.released() || review.opened().urgent()) {
            return; // nothing stays back
        }
        var opened = review.opened();
        statements.issue(
                new Restricted(
                        opened.person(), Restriction.WITHHOLDING, review.number(), opened.work(), opened.kind(), null),
                new Because(decided.policy(), opened.category(), decided.reason(), Detected.AUTOMATICALLY, by));
    }
}

package io.mingshi.moderation.review;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.event.GatewayEvent.HandOverRequested;
import io.mingshi.contracts.event.GatewayEvent.ReviewRequested;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.review.ReviewEvent.Opened;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.moderation.statement.IssueStatement;
import io.mingshi.moderation.statement.IssueStatement.Because;
import io.mingshi.moderation.statement.IssueStatement.Restricted;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement.Detected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Puts what the gateway holds back into the queue, and tells its owner that it is held; also whoever may
/// be in danger.
@ApplicationScoped
@Transactional
public class OpenReview {
    private final Reviews reviews;
    private final IssueStatement statements;

    OpenReview(Reviews reviews, IssueStatement statements) {
        this.reviews = reviews;
        this.statements = statements;
    }

    /// Nothing is held, so that nothing is to be explained. The words that were said are not here.
    public void handOver(HandOverRequested danger) {
        var opened = new Opened(
                danger.admission(),
                null,
                danger.person(),
                danger.screening().part(),
                ContentKind.TEXT,
                String.valueOf(danger.screening().ruleId()),
                danger.screening().category(),
                danger.inputHash(),
                true);
        reviews.open(danger.handOver(), new Step(1, opened, AbuseRule.PLATFORM, danger.requestedAt()));
    }

    public void requested(ReviewRequested held) {
        ScreeningRecord screening = held.screening();
        String category = screening == null ? null : screening.category();
        var opened = new Opened(
                held.admission(),
                held.work(),
                held.person(),
                held.part(),
                held.kind(),
                held.reason(),
                category,
                held.contentHash(),
                false);
        if (reviews.open(held.review(), new Step(1, opened, AbuseRule.PLATFORM, held.requestedAt()))) {
            statements.issue(
                    new Restricted(held.person(), Restriction.HOLD, held.review(), held.work(), held.kind(), null),
                    new Because(
                            Policy.HUMAN_REVIEW, category, held.reason(), Detected.AUTOMATICALLY, AbuseRule.PLATFORM));
        }
    }
}

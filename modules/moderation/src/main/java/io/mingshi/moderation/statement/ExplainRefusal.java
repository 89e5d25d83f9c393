package io.mingshi.moderation.statement;

import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.statement.IssueStatement.Because;
import io.mingshi.moderation.statement.IssueStatement.Restricted;
import io.mingshi.moderation.statement.Statement.Detected;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells a person why the gateway refused; failures of a part are no restriction and get no statement.
@ApplicationScoped
public class ExplainRefusal {
    private final IssueStatement statements;

    ExplainRefusal(IssueStatement statements) {
        this.statements = statements;
    }

    /// Takes part in the transaction in which the refusal is kept.
    public void refused(RequestRefused refusal) {
        ScreeningRecord screening = refusal.screening();
        Policy.behind(refusal.problem())
                .ifPresent(policy -> statements.issue(
                        new Restricted(
                                refusal.person(),
                                Restriction.REFUSAL,
                                refusal.admission().value(),
                                null,
                                null,
                                null),
                        new Because(
                                policy,
                                screening == null ? null : screening.category(),
                                refusal.problem() + ": " + refusal.detail(),
                                Detected.AUTOMATICALLY,
                                AbuseRule.PLATFORM)));
    }
}

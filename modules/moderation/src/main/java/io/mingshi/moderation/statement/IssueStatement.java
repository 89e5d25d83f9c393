package io.mingshi.moderation.statement;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ModerationEvent.StatementIssued;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.statement.Statement.Detected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Issues the statement of reasons of a restriction, in the transaction that makes the restriction.
@ApplicationScoped
public class IssueStatement {
    private final Statements statements;
    private final ModerationFacts facts;
    private final Redress redress;
    private final Clock clock;

    IssueStatement(Statements statements, ModerationFacts facts, Redress redress, Clock clock) {
        this.statements = statements;
        this.facts = facts;
        this.redress = redress;
        this.clock = clock;
    }

    /// What is restricted.
    ///
    /// @param about its number
    public record Restricted(
            PersonId person,
            Restriction restriction,
            String about,
            @Nullable ProduceId work,
            @Nullable ContentKind kind,
            @Nullable Instant until) {}

    /// Why.
    ///
    /// @param category the kind of risk; null where no rule of the library decided
    /// @param second who decided together with the first; null where one person or a rule decided
    public record Because(
            Policy policy,
            @Nullable String category,
            String facts,
            Detected detected,
            PersonId decidedBy,
            @Nullable PersonId second) {
        public Because(Policy policy, @Nullable String category, String facts, Detected detected, PersonId decidedBy) {
            this(policy, category, facts, detected, decidedBy, null);
        }
    }

    /// Does nothing when the restriction has its statement already.
    public Statement issue(Restricted restricted, Because because) {
        var statement = new Statement(
                restricted.restriction().statementOn(restricted.about()),
                restricted.person(),
                restricted.restriction(),
                restricted.about(),
                restricted.work(),
                restricted.kind(),
                because.policy(),
                because.category(),
                because.facts(),
                because.detected(),
                because.decidedBy(),
                because.second(),
                clock.instant(),
                restricted.until());
        if (statements.add(statement)) {
            facts.publish(event(statement));
        }
        return statement;
    }

    private StatementIssued event(Statement statement) {
        return new StatementIssued(
                statement.person(),
                statement.number(),
                statement.restriction().name(),
                statement.about(),
                statement.policy().name(),
                statement.facts(),
                statement.automated(),
                redress.addressFor(statement.number()),
                statement.at());
    }
}

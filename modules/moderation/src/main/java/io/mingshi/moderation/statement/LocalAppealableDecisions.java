package io.mingshi.moderation.statement;

import io.mingshi.contracts.moderation.AppealableDecision;
import io.mingshi.contracts.moderation.AppealableDecisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/// Answers from the statements of reasons.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LocalAppealableDecisions implements AppealableDecisions {
    private final Statements statements;

    LocalAppealableDecisions(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<AppealableDecision> find(String statement) {
        return statements
                .find(statement)
                .map(found -> new AppealableDecision(
                        found.number(),
                        found.person(),
                        found.decidedBy(),
                        found.restriction().name(),
                        found.at(),
                        found.second()));
    }
}

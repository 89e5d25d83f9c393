package io.mingshi.moderation.http;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.statement.Redress;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A statement of reasons as the person concerned reads it.
///
/// @param automated whether no person took part in the decision
/// @param appeal where to appeal
record StatementView(
        String statement,
        Restriction restriction,
        String about,
        @Nullable ProduceId work,
        @Nullable ContentKind kind,
        Ground ground,
        String facts,
        Statement.Detected detected,
        boolean automated,
        Instant at,
        @Nullable Instant until,
        String appeal) {

    /// The rule that it rests on.
    ///
    /// @param category the kind of risk of TC260-003 annex A; null where no rule of the library decided
    record Ground(
            String policy,
            String article,
            String link,
            String zh,
            String en,
            @Nullable String category) {}

    static StatementView of(Statement statement, Redress redress) {
        var policy = statement.policy();
        return new StatementView(
                statement.number(),
                statement.restriction(),
                statement.about(),
                statement.work(),
                statement.kind(),
                new Ground(
                        policy.name(), policy.article(), policy.link(), policy.zh(), policy.en(), statement.category()),
                statement.facts(),
                statement.detected(),
                statement.automated(),
                statement.at(),
                statement.until(),
                redress.addressFor(statement.number()));
    }
}

package io.mingshi.moderation.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.sanction.Sanction;
import io.mingshi.moderation.statement.Redress;
import io.mingshi.moderation.statement.Restriction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sanction as the person concerned and staff see it; staff also see who imposed it.
///
/// @param appeal where the person concerned appeals
record SanctionView(
        String sanction,
        PersonId person,
        SanctionKind kind,
        Policy policy,
        String reason,
        List<String> evidence,
        Instant at,
        @Nullable Instant until,
        boolean inForce,
        @Nullable String endedBecause,
        @Nullable Instant endedAt,
        @Nullable PersonId by,
        @Nullable PersonId second,
        String statement,
        String appeal) {

    static SanctionView of(
            Sanction sanction, Redress redress, Instant now, @Nullable PersonId by, @Nullable PersonId second) {
        Sanction.End end = sanction.end();
        String statement = Restriction.of(sanction.kind()).statementOn(sanction.number());
        return new SanctionView(
                sanction.number(),
                sanction.person(),
                sanction.kind(),
                sanction.reasons().policy(),
                sanction.reasons().reason(),
                sanction.reasons().evidence(),
                sanction.at(),
                sanction.until(),
                sanction.inForce(now),
                end == null ? null : end.cause().name(),
                end == null ? null : end.at(),
                by,
                second,
                statement,
                redress.addressFor(statement));
    }
}

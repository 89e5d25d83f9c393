package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody found who reviewed the algorithm of a model's version, and what another decided on it.
///
/// @param decision null while nobody has decided
public record Review(
        String id,
        ModelId model,
        String version,
        LocalDate reviewedOn,
        String findings,
        PersonId reviewer,
        Instant at,
        @Nullable Decision decision) {
    /// @param approver never the reviewer
    public record Decision(PersonId approver, boolean approved, String reason, Instant at) {}

    boolean isDecided() {
        return decision != null;
    }

    boolean isApproved() {
        return decision != null && decision.approved();
    }

    Review decided(Decision by) {
        return new Review(id, model, version, reviewedOn, findings, reviewer, at, by);
    }
}

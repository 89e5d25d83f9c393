package io.mingshi.contracts.moderation;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decision against which the person concerned may appeal.
///
/// @param statement the number of its statement of reasons
/// @param person whom it concerns
/// @param decidedBy who decided: a reviewer or officer, or `platform` where a published rule decided by
///     itself
/// @param restriction what was done, such as `REFUSAL`, `TAKEDOWN` or `SUSPENSION`
/// @param second who decided together with the first; null where one person or a rule decided
public record AppealableDecision(
        String statement,
        PersonId person,
        PersonId decidedBy,
        String restriction,
        Instant decidedAt,
        @Nullable PersonId second) {}

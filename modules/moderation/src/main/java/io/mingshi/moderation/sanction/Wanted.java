package io.mingshi.moderation.sanction;

import static io.mingshi.moderation.ModerationProblem.SANCTION_TERM;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.Reasons;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sanction that somebody wants to impose.
///
/// @param until when it ends by itself; needed for a restriction and a suspension, and for these alone
public record Wanted(
        PersonId person,
        SanctionKind kind,
        Reasons reasons,
        @Nullable Instant until) {
    /// For how long a warning stands.
    public static final Duration WARNING = Duration.ofDays(30);

    /// The longest restriction and suspension; what should last longer is a closure, which two people decide.
    public static final Duration LONGEST = Duration.ofDays(180);

    /// @throws io.mingshi.contracts.ProblemException `SANCTION_TERM`
    @Nullable
    Instant end(Instant now) {
        return switch (kind) {
            case WARNING -> now.plus(WARNING);
            case CLOSURE -> null;
            case RESTRICTION, SUSPENSION -> {
                if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
                    throw SANCTION_TERM.with("say in the field until when it ends: later than now, within "
                            + LONGEST.toDays() + " days");
                }
                yield until;
            }
        };
    }
}

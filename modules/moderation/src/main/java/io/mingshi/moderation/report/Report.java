package io.mingshi.moderation.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that is reported to the authority.
///
/// @param about the number of the decision that is reported
/// @param ground the policy that it rests on, or `INCIDENT`
/// @param content what is sent, as JSON
/// @param due by when the receipt is to be here
/// @param lastProblem why the last attempt failed; null when none did
/// @param receipt the authority's number for it; null until it is here
public record Report(
        String number,
        String about,
        String ground,
        String content,
        Instant queuedAt,
        Instant due,
        int attempts,
        Instant nextAttempt,
        @Nullable String lastProblem,
        @Nullable String receipt,
        @Nullable Instant receiptedAt) {
    /// Within which time a receipt is to be here. The rules want a report without naming a time; this one is
    /// ours.
    public static final Duration WITHIN = Duration.ofHours(24);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 12;

    public boolean overdue(Instant now) {
        return receipt == null && now.isAfter(due);
    }

    /// How long to wait after this many failed attempts: twice as long each time, up to a limit.
    static Duration pauseAfter(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}

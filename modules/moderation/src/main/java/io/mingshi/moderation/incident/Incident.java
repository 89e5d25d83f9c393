package io.mingshi.moderation.incident;

import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A network security incident, and the clocks that follow from how grave it is.
///
/// From a relatively major one on, the provincial office hears of it within four hours, of one at critical
/// infrastructure within one; a summary follows within thirty days of its being handled (incident reporting
/// measures of 2025-11-01).
///
/// @param critical whether it hit critical information infrastructure
/// @param noticedAt when it was noticed, from which the clock runs
/// @param report the number under which it is reported; null where it is not grave enough
/// @param handledAt null while it goes on
/// @param summary the number under which the summary is reported; null until it is
public record Incident(
        String number,
        Level level,
        boolean critical,
        String facts,
        Instant noticedAt,
        PersonId by,
        @Nullable String report,
        @Nullable Instant handledAt,
        @Nullable String summary) {
    /// Within which time an ordinary operator reports.
    public static final Duration REPORT_WITHIN = Duration.ofHours(4);

    /// Within which time an operator of critical infrastructure reports.
    public static final Duration CRITICAL_REPORT_WITHIN = Duration.ofHours(1);

    /// Within which time after its handling the summary follows.
    public static final Period SUMMARY_WITHIN = Period.ofDays(30);

    /// How grave it is.
    public enum Level {
        GENERAL,
        RELATIVELY_MAJOR,
        MAJOR,
        PARTICULARLY_MAJOR
    }

    /// Whether the authority is told.
    public boolean reportable() {
        return level.compareTo(Level.RELATIVELY_MAJOR) >= 0;
    }

    public Instant reportDue() {
        return noticedAt.plus(critical ? CRITICAL_REPORT_WITHIN : REPORT_WITHIN);
    }

    /// Null while there is nothing to summarize.
    public @Nullable Instant summaryDue() {
        return handledAt == null || !reportable()
                ? null
                : handledAt.atOffset(ZoneOffset.UTC).plus(SUMMARY_WITHIN).toInstant();
    }

    /// Whether the summary is missing past its time.
    public boolean summaryOverdue(Instant now) {
        Instant due = summaryDue();
        return summary == null && due != null && now.isAfter(due);
    }
}

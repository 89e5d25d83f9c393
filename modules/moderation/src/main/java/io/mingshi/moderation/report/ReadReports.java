package io.mingshi.moderation.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Shows what was reported and how far it came.
@ApplicationScoped
@Transactional
public class ReadReports {
    private static final int MOST_LISTED = 200;

    private final Reports reports;
    private final Clock clock;

    ReadReports(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /// @param overdue how many are late, listed or not
    public record Listed(Instant at, long overdue, List<Report> reports) {}

    public Listed latest() {
        Instant now = clock.instant();
        return new Listed(now, reports.overdue(now), reports.latest(MOST_LISTED));
    }
}

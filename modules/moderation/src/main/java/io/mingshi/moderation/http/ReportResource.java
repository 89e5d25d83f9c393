package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.moderation.report.ReadReports;
import io.mingshi.moderation.report.Report;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was reported to the authority, and how far it came.
@Path("/api/moderation/reports")
@RunOnVirtualThread
class ReportResource {
    private final Callers callers;
    private final ReadReports read;

    ReportResource(Callers callers, ReadReports read) {
        this.callers = callers;
        this.read = read;
    }

    /// @param overdue how many are late, listed or not
    record Reports(long overdue, List<View> reports) {}

    /// @param decision the number of what is reported: a takedown, or an incident
    /// @param policy the policy that it rests on, or `INCIDENT`
    /// @param state `WAITING`, `RETRYING`, `OVERDUE` or `RECEIPTED`
    record View(
            String report,
            String decision,
            String policy,
            String state,
            Instant queuedAt,
            Instant due,
            int attempts,
            @Nullable String lastProblem,
            @Nullable String receipt,
            @Nullable Instant receiptedAt) {
        static View of(Report report, Instant now) {
            return new View(
                    report.number(),
                    report.about(),
                    report.ground(),
                    state(report, now),
                    report.queuedAt(),
                    report.due(),
                    report.attempts(),
                    report.lastProblem(),
                    report.receipt(),
                    report.receiptedAt());
        }

        private static String state(Report report, Instant now) {
            if (report.receipt() != null) {
                return "RECEIPTED";
            }
            if (report.overdue(now)) {
                return "OVERDUE";
            }
            return report.lastProblem() == null ? "WAITING" : "RETRYING";
        }
    }

    @GET
    public Reports latest() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        var listed = read.latest();
        return new Reports(
                listed.overdue(),
                listed.reports().stream()
                        .map(report -> View.of(report, listed.at()))
                        .toList());
    }
}

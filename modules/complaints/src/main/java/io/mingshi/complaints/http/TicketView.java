package io.mingshi.complaints.http;

import io.mingshi.complaints.Appeal;
import io.mingshi.complaints.Filing;
import io.mingshi.complaints.ResultLimit;
import io.mingshi.complaints.Ticket;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket as its complainant sees it.
///
/// @param appeal the number of the statement of reasons that is appealed against; null for a complaint
/// @param result null until an officer wrote it
record TicketView(
        String ticket,
        String state,
        boolean overdue,
        @Nullable ProduceId work,
        String foundBy,
        String reason,
        ResultLimit matter,
        int limitWorkingDays,
        Instant filedAt,
        Instant due,
        @Nullable String result,
        @Nullable Boolean upheld,
        @Nullable Boolean takedown,
        @Nullable Instant resolvedAt,
        @Nullable String appeal) {

    static TicketView of(Ticket ticket, Instant now) {
        return switch (ticket) {
            case Ticket.Open open -> of(open.filing(), "OPEN", open.overdue(now), null, null, null, null);
            case Ticket.Resolved done ->
                of(done.filing(), "RESOLVED", false, done.result(), done.upheld(), done.takedown(), done.resolvedAt());
        };
    }

    private static TicketView of(
            Filing filing,
            String state,
            boolean overdue,
            @Nullable String result,
            @Nullable Boolean upheld,
            @Nullable Boolean takedown,
            @Nullable Instant resolvedAt) {
        Appeal appeal = filing.appeal();
        return new TicketView(
                filing.number(),
                state,
                overdue,
                filing.work(),
                filing.foundBy().name(),
                filing.reason(),
                filing.limit(),
                filing.limit().workingDays(),
                filing.filedAt(),
                filing.due(),
                result,
                upheld,
                takedown,
                resolvedAt,
                appeal == null ? null : appeal.statement());
    }
}

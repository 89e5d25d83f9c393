package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.NO_SUCH_TICKET;

import io.mingshi.contracts.Sha256;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Shows a ticket to the holder of its secret, and the queue to officers.
@ApplicationScoped
public class ReadTickets {
    private static final int MAX_QUEUE = 200;

    private final Tickets tickets;
    private final ComplaintFacts facts;
    private final Clock clock;

    ReadTickets(Tickets tickets, ComplaintFacts facts, Clock clock) {
        this.tickets = tickets;
        this.facts = facts;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_TICKET`
    @Transactional
    public Ticket bySecret(String secret) {
        return tickets.bySecret(Sha256.of(secret))
                .orElseThrow(() ->
                        NO_SUCH_TICKET.with("no ticket belongs to this link: use the whole link given when you filed"));
    }

    /// The open tickets, the earliest due first; that they were read is recorded in the same transaction.
    @Transactional
    public Queue queue(Caller officer) {
        facts.read(officer, Role.OFFICER, "ticket-queue", "*");
        Instant now = clock.instant();
        return new Queue(now, tickets.overdue(now), tickets.open(MAX_QUEUE));
    }

    /// @param overdue how many open tickets are past their limit, listed or not
    public record Queue(Instant at, long overdue, List<Tickets.Waiting> waiting) {}
}

package io.mingshi.complaints.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.complaints.Filing;
import io.mingshi.complaints.ReadTickets;
import io.mingshi.complaints.ResolveTicket;
import io.mingshi.complaints.ResolveTicket.Decision;
import io.mingshi.complaints.Tickets;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The officers' side: open tickets and their resolution.
@Path("/api/complaints/queue")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class QueueResource {
    private final ReadTickets readTickets;
    private final ResolveTicket resolveTicket;
    private final Callers callers;
    private final Clock clock;

    QueueResource(ReadTickets readTickets, ResolveTicket resolveTicket, Callers callers, Clock clock) {
        this.readTickets = readTickets;
        this.resolveTicket = resolveTicket;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    public QueueView queue() {
        Caller officer = callers.with(Role.OFFICER);
        var queue = readTickets.queue(officer);
        return new QueueView(
                queue.overdue(),
                queue.waiting().stream().map(one -> waiting(one, queue.at())).toList());
    }

    @POST
    @Path("/{ticket}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    public TicketView resolve(@PathParam("ticket") String ticket, @Nullable Resolution resolution) {
        Caller officer = callers.with(Role.OFFICER);
        if (resolution == null || resolution.upheld() == null) {
            throw MALFORMED_REQUEST.with(
                    "send {\"result\": \"…\", \"upheld\": true or false, \"takedown\": true or false}");
        }
        String result = resolution.result() == null ? "" : resolution.result();
        var decision = new Decision(result, resolution.upheld(), Boolean.TRUE.equals(resolution.takedown()));
        return TicketView.of(resolveTicket.resolve(ticket, decision, officer.person()), clock.instant());
    }

    private static WaitingView waiting(Tickets.Waiting one, Instant now) {
        Filing filing = one.ticket().filing();
        return new WaitingView(
                TicketView.of(one.ticket(), now),
                one.ticket().overdue(now),
                filing.link(),
                filing.fileHash(),
                one.contact().orElse(null));
    }

    record Resolution(
            @Nullable String result,
            @Nullable Boolean upheld,
            @Nullable Boolean takedown) {}

    /// @param overdue how many open tickets are past their limit
    record QueueView(long overdue, List<WaitingView> tickets) {}

    record WaitingView(
            TicketView ticket,
            boolean overdue,
            @Nullable String link,
            @Nullable String fileHash,
            @Nullable String contact) {}
}

package io.mingshi.complaints.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.complaints.FileAppeal;
import io.mingshi.complaints.Filing;
import io.mingshi.complaints.ResultLimit;
import io.mingshi.complaints.Submission;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entry for appeals, for the person whom a decision concerns.
@Path("/api/complaints/appeals")
@RunOnVirtualThread
class AppealResource {
    private final FileAppeal appeals;
    private final Callers callers;
    private final Clock clock;

    AppealResource(FileAppeal appeals, Callers callers, Clock clock) {
        this.appeals = appeals;
        this.callers = callers;
        this.clock = clock;
    }

    /// @param statement the number of the statement of reasons
    record Request(
            @Nullable String statement,
            @Nullable String reason,
            @Nullable String contact) {}

    /// @param secret lets its holder read the ticket; told only here
    record Receipt(String ticket, String secret, Instant due, int limitWorkingDays) {}

    @POST
    public Response file(@Nullable Request request) {
        var person = callers.current().person();
        if (request == null || request.statement() == null || request.reason() == null) {
            throw MALFORMED_REQUEST.with("send {\"statement\": \"…\", \"reason\": \"…\"}, and contact if you like");
        }
        var submission = new Submission(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                request.reason(),
                Optional.ofNullable(request.contact()),
                ResultLimit.APPEAL);
        var accepted = appeals.file(request.statement(), submission, person);
        Filing filing = accepted.filing();
        return Response.status(Response.Status.CREATED)
                .entity(new Receipt(
                        filing.number(),
                        accepted.secret(),
                        filing.due(),
                        filing.limit().workingDays()))
                .build();
    }

    /// The caller's own appeals.
    @GET
    public List<TicketView> own() {
        Instant now = clock.instant();
        return appeals.of(callers.current().person()).stream()
                .map(ticket -> TicketView.of(ticket, now))
                .toList();
    }
}

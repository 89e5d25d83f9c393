package io.mingshi.records.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.retention.HoldRecords;
import io.mingshi.records.retention.HoldScope;
import io.mingshi.records.retention.LegalHold;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Legal holds, for officers; inspectors see them.
@Path("/api/records/holds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class HoldsResource {
    private final HoldRecords holdRecords;
    private final Callers callers;
    private final Clock clock;

    HoldsResource(HoldRecords holdRecords, Callers callers, Clock clock) {
        this.holdRecords = holdRecords;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    public List<HoldView> all() {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return holdRecords.all().stream().map(this::view).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public HoldView request(@Nullable HoldRequest request) {
        PersonId officer = officer();
        if (request == null || request.caseNumber() == null || request.reason() == null || request.scope() == null) {
            throw MALFORMED_REQUEST.with(
                    "send {\"caseNumber\": \"…\", \"reason\": \"…\", \"scope\": {\"work\": \"…\"}}");
        }
        return view(holdRecords.request(request.caseNumber(), request.scope().parsed(), request.reason(), officer));
    }

    @POST
    @Path("/{id}/approval")
    public HoldView approve(@PathParam("id") String id) {
        return view(holdRecords.approve(id, officer()));
    }

    @POST
    @Path("/{id}/release")
    @Consumes(MediaType.APPLICATION_JSON)
    public HoldView requestRelease(@PathParam("id") String id, @Nullable ReleaseRequest request) {
        PersonId officer = officer();
        if (request == null || request.reason() == null) {
            throw MALFORMED_REQUEST.with("send {\"reason\": \"…\"}");
        }
        return view(holdRecords.requestRelease(id, request.reason(), officer));
    }

    @POST
    @Path("/{id}/release/approval")
    public HoldView release(@PathParam("id") String id) {
        return view(holdRecords.release(id, officer()));
    }

    private PersonId officer() {
        return callers.with(Role.OFFICER).person();
    }

    private HoldView view(LegalHold hold) {
        return new HoldView(
                hold.id(),
                hold.caseNumber(),
                hold.scope().toString(),
                hold.reason(),
                hold.state(clock.instant()),
                hold.requested(),
                hold.approved(),
                hold.releaseRequested(),
                hold.released());
    }

    record HoldRequest(
            @Nullable String caseNumber,
            @Nullable String reason,
            @Nullable ScopeRequest scope) {}

    record ReleaseRequest(@Nullable String reason) {}

    /// Exactly one of them, or a class with its period.
    record ScopeRequest(
            @Nullable String person,
            @Nullable String work,
            @Nullable String admission,
            @Nullable String ticket,
            @Nullable String retentionClass,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Boolean everything) {
        private static final int LONGEST_TICKET = 64;

        HoldScope parsed() {
            boolean all = Boolean.TRUE.equals(everything);
            long given = Stream.of(person, work, admission, ticket, retentionClass)
                    .filter(Objects::nonNull)
                    .count();
            if (given + (all ? 1 : 0) != 1) {
                throw malformed();
            }
            if (person != null) {
                return new HoldScope.OfPerson(new PersonId(person));
            }
            if (work != null) {
                return new HoldScope.OfWork(new ProduceId(work));
            }
            if (admission != null) {
                return new HoldScope.OfAdmission(new AdmissionId(admission));
            }
            if (ticket != null && ticket.length() <= LONGEST_TICKET) {
                return new HoldScope.OfTicket(ticket);
            }
            if (all) {
                return new HoldScope.Everything();
            }
            if (retentionClass == null || from == null || until == null || !from.isBefore(until)) {
                throw malformed();
            }
            return new HoldScope.OfClass(ClassesResource.retentionClass(retentionClass), from, until);
        }

        private static RuntimeException malformed() {
            return MALFORMED_REQUEST.with("the scope is exactly one of person, work, admission, ticket, retentionClass"
                    + " with from and until, or everything: true");
        }
    }

    record HoldView(
            String id,
            String caseNumber,
            String scope,
            String reason,
            LegalHold.State state,
            LegalHold.Step requested,
            LegalHold.@Nullable Step approved,
            LegalHold.@Nullable Release releaseRequested,
            LegalHold.@Nullable Step released) {}
}

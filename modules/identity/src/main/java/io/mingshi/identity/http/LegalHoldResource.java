package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.LegalHold;
import io.mingshi.identity.state.KeepByLaw;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.id.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An officer keeps what is known of a person from being erased, for a case and a time.
@Path("/api/identity/persons/{person}/legal-holds")
@RunOnVirtualThread
class LegalHoldResource {
    private final Callers callers;
    private final KeepByLaw keeping;
    private final Ids ids;
    private final Clock clock;

    LegalHoldResource(Callers callers, KeepByLaw keeping, Ids ids, Clock clock) {
        this.callers = callers;
        this.keeping = keeping;
        this.ids = ids;
        this.clock = clock;
    }

    record Order(
            @Nullable String caseNumber,
            @Nullable String reason,
            @Nullable Instant until) {}

    @POST
    public Response place(@PathParam("person") String person, @Nullable Order body) {
        var officer = callers.with(Role.OFFICER).person();
        Instant now = clock.instant();
        if (body == null
                || body.until == null
                || !body.until.isAfter(now)
                || body.until.isAfter(now.plus(LegalHold.LONGEST))) {
            throw MALFORMED_REQUEST.with("send JSON with caseNumber, reason and until, an instant in the future that is"
                    + " at most " + LegalHold.LONGEST.toDays() + " days away");
        }
        var hold = new LegalHold(
                ids.next(),
                new PersonId(person),
                officer,
                Words.caseNumber(body.caseNumber),
                Words.reason(body.reason),
                now,
                body.until);
        keeping.place(hold);
        return Response.status(Response.Status.CREATED).entity(hold).build();
    }

    @DELETE
    @Path("/{id}")
    public void lift(@PathParam("person") String person, @PathParam("id") String id) {
        keeping.lift(new PersonId(person), id, callers.with(Role.OFFICER).person());
    }
}

package io.mingshi.records.http;

import static io.mingshi.records.RecordsProblem.INVALID_SEARCH;
import static io.mingshi.records.RecordsProblem.PERSON_READ_INCOMPLETE;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.Findings;
import io.mingshi.records.person.ReadPerson;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about a person: asked for by one, decided by another, then read by the first for a limited
/// time.
@Path("/api/records/person-reads")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PersonReadResource {
    private static final int LONGEST_CASE = 100;
    private static final int LONGEST_REASON = 1000;

    private final ReadPerson reading;
    private final Callers callers;

    PersonReadResource(ReadPerson reading, Callers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    /// @param caseReference the case that it serves
    record Request(
            @Nullable String person,
            @JsonProperty("case") @Nullable String caseReference,
            @Nullable String reason) {}

    /// @param hours how long the requester may read; 24 at most, and without it
    record Decision(@Nullable Boolean approved, @Nullable Integer hours) {}

    @POST
    public Response request(@Nullable Request request) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        if (request == null) {
            throw PERSON_READ_INCOMPLETE.with("send a JSON object with person, case and reason");
        }
        var made = reading.request(
                new PersonId(given("person", request.person(), LONGEST_CASE)),
                given("case", request.caseReference(), LONGEST_CASE),
                given("reason", request.reason(), LONGEST_REASON),
                caller,
                Privilege.of(caller));
        return Response.status(Response.Status.CREATED)
                .entity(PersonReadView.of(made))
                .build();
    }

    @GET
    public List<PersonReadView> requests() {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        return reading.requests(caller, Privilege.of(caller)).stream()
                .map(PersonReadView::of)
                .toList();
    }

    @POST
    @Path("/{request}/decision")
    public PersonReadView decide(@PathParam("request") String request, @Nullable Decision decision) {
        Caller caller = callers.with(Role.OFFICER);
        if (decision == null || decision.approved() == null) {
            throw PERSON_READ_INCOMPLETE.with("send a JSON object with approved, true or false");
        }
        Duration validity = decision.hours() == null ? ReadPerson.LONGEST : Duration.ofHours(decision.hours());
        if (validity.isNegative() || validity.isZero()) {
            throw PERSON_READ_INCOMPLETE.with("hours is a number from 1 to 24");
        }
        return PersonReadView.of(reading.decide(request, decision.approved(), validity, caller));
    }

    /// @param after `next` of the page before
    @GET
    @Path("/{request}/records")
    public Findings read(@PathParam("request") String request, @QueryParam("after") @Nullable String after) {
        Caller caller = callers.with(Role.OFFICER, Role.INSPECTOR);
        return reading.read(request, position(after), caller, Privilege.of(caller));
    }

    private static long position(@Nullable String after) {
        try {
            return after == null ? -1 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw INVALID_SEARCH.with("after is what an answer gave as next, unchanged");
        }
    }

    private static String given(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw PERSON_READ_INCOMPLETE.with("the field " + field + " has 1 to " + longest + " characters");
        }
        return value.strip();
    }
}

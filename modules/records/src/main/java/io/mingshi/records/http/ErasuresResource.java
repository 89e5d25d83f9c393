package io.mingshi.records.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.retention.ErasePerson;
import io.mingshi.records.retention.SealKey;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Erasure of a person, for officers who pass a request on.
@Path("/api/records/erasures")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ErasuresResource {
    private static final int LONGEST_REASON = 2_000;

    private final ErasePerson erasePerson;
    private final Callers callers;

    ErasuresResource(ErasePerson erasePerson, Callers callers) {
        this.erasePerson = erasePerson;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<ErasureView> erase(@Nullable ErasureRequest request) {
        Caller officer = callers.with(Role.OFFICER);
        if (request == null
                || request.person() == null
                || request.reason() == null
                || request.reason().isBlank()
                || request.reason().length() > LONGEST_REASON) {
            throw MALFORMED_REQUEST.with("send {\"person\": \"…\", \"reason\": \"…\"}, a reason of at most "
                    + LONGEST_REASON + " characters");
        }
        return views(erasePerson.request(
                new PersonId(request.person()), request.reason().strip(), officer.person()));
    }

    /// What became of what was kept about a person.
    @GET
    @Path("/{person}")
    public List<ErasureView> state(@PathParam("person") String person) {
        Caller officer = callers.with(Role.OFFICER);
        return views(erasePerson.state(new PersonId(person), officer));
    }

    private static List<ErasureView> views(List<SealKey> keys) {
        return keys.stream().map(ErasureView::of).toList();
    }

    record ErasureRequest(@Nullable String person, @Nullable String reason) {}
}

package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Organization;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.disclosure.DiscloseIdentity;
import io.mingshi.identity.disclosure.Disclosure;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Officers ask, decide and read; the inspector sees that they did.
@Path("/api/identity/disclosures")
@RunOnVirtualThread
class DisclosureResource {
    private static final int AT_ONCE = 100;

    private final Callers callers;
    private final DiscloseIdentity disclosing;
    private final Clock clock;

    DisclosureResource(Callers callers, DiscloseIdentity disclosing, Clock clock) {
        this.callers = callers;
        this.disclosing = disclosing;
        this.clock = clock;
    }

    record Request(
            @Nullable String person,
            @Nullable String caseNumber,
            @Nullable String reason) {}

    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    /// @param minor whether the identity is that of a person under 18
    record Disclosed(
            @Nullable PersonalData person, @Nullable Organization organization, boolean minor, String note) {
        private static final String UNNAMED = "the national network identity service proved this person without a name";

        static Disclosed of(Identity.Proven proven, Clock clock) {
            PersonalData data = proven.data().orElse(null);
            return new Disclosed(
                    data, proven.organization(), proven.age(clock).minorsMode(), data == null ? UNNAMED : "");
        }
    }

    @POST
    public Response request(@Nullable Request body) {
        var officer = callers.with(Role.OFFICER).person();
        if (body == null || body.person == null) {
            throw MALFORMED_REQUEST.with("send JSON with person, caseNumber and reason");
        }
        Disclosure request = disclosing.request(
                officer, new PersonId(body.person), Words.caseNumber(body.caseNumber), Words.reason(body.reason));
        return Response.status(Response.Status.CREATED).entity(request).build();
    }

    @POST
    @Path("/{id}/decision")
    public Disclosure decide(@PathParam("id") String id, @Nullable Decision body) {
        var officer = callers.with(Role.OFFICER).person();
        if (body == null || body.approve == null) {
            throw MALFORMED_REQUEST.with("send JSON with approve, true or false, and reason");
        }
        return disclosing.decide(officer, id, body.approve, Words.reason(body.reason));
    }

    @POST
    @Path("/{id}/reading")
    public Response read(@PathParam("id") String id) {
        var officer = callers.with(Role.OFFICER).person();
        return Response.ok(Disclosed.of(disclosing.read(officer, id), clock))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    public List<Disclosure> list(@QueryParam("before") @Nullable String before) {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return disclosing.before(before == null ? clock.instant() : instant(before), AT_ONCE);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw MALFORMED_REQUEST.with("before is an instant such as 2026-01-31T00:00:00Z");
        }
    }
}

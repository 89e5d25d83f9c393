package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.identity.guardian.GuardianNotice;
import io.mingshi.identity.guardian.Guardians;
import io.mingshi.identity.guardian.Guardianship;
import io.mingshi.identity.guardian.Guardianship.Relation;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A child asks for a guardian's consent; the guardian opens the link, consents, and takes it back in the
/// same place.
@Path("/api/identity")
@RunOnVirtualThread
class GuardianResource {
    private final Callers callers;
    private final Guardians guardians;
    private final GuardianNotice notice;
    private final Allowances allowances;

    GuardianResource(Callers callers, Guardians guardians, GuardianNotice notice, Allowances allowances) {
        this.callers = callers;
        this.guardians = guardians;
        this.notice = notice;
        this.allowances = allowances;
    }

    record Asked(String link, long validSeconds) {}

    record Notice(String noticeVersion, Map<String, String> notice) {}

    record Consent(
            @Nullable Boolean consent,
            @Nullable String relation,
            @Nullable String noticeVersion) {}

    record Given(
            String id,
            @Nullable Instant consentedAt,
            @Nullable Instant withdrawnAt) {
        static Given of(Guardianship guardianship) {
            return new Given(guardianship.id(), guardianship.consentedAt(), guardianship.withdrawnAt());
        }
    }

    @POST
    @Path("/guardian-requests")
    public Response ask() {
        var child = callers.with(Role.USER).person();
        if (!allowances.take(Allowance.GUARDIAN_LINKS_OF_PERSON, child.value())) {
            throw TOO_OFTEN.with("a guardian was asked for too often today: try again tomorrow");
        }
        return Response.status(Response.Status.CREATED)
                .entity(new Asked(guardians.ask(child), Guardians.VALIDITY.toSeconds()))
                .build();
    }

    @GET
    @Path("/guardian-requests/{link}")
    public Notice read(@PathParam("link") String link) {
        callers.with(Role.USER);
        guardians.open(link);
        return new Notice(notice.version(), notice.texts());
    }

    @POST
    @Path("/guardian-requests/{link}/consent")
    public Response consent(@PathParam("link") String link, @Nullable Consent body) {
        var guardian = callers.with(Role.USER).person();
        if (body == null || !Boolean.TRUE.equals(body.consent) || body.noticeVersion == null) {
            throw MALFORMED_REQUEST.with("send JSON with consent true, relation, and the noticeVersion that you read");
        }
        Guardianship given = guardians.consent(
                guardian, link, Choice.of(Relation.class, "relation", body.relation), body.noticeVersion);
        return Response.status(Response.Status.CREATED).entity(Given.of(given)).build();
    }

    @GET
    @Path("/guardianships")
    public List<Given> given() {
        var guardian = callers.with(Role.USER).person();
        return guardians.of(guardian).stream()
                .filter(one -> guardian.equals(one.guardian()))
                .map(Given::of)
                .toList();
    }

    @DELETE
    @Path("/guardianships/{id}")
    public void withdraw(@PathParam("id") String id) {
        guardians.withdraw(callers.with(Role.USER).person(), id);
    }
}

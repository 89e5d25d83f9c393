package io.mingshi.identity.http;

import io.mingshi.identity.EraseIdentity;
import io.mingshi.identity.Identity;
import io.mingshi.identity.ReadIdentity;
import io.mingshi.identity.VerifyIdentity;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person does with their own identity.
@Path("/api/identity")
@RunOnVirtualThread
class OwnIdentityResource {
    private final Callers callers;
    private final VerifyIdentity verification;
    private final ReadIdentity reading;
    private final EraseIdentity erasure;
    private final Clock clock;

    OwnIdentityResource(
            Callers callers, VerifyIdentity verification, ReadIdentity reading, EraseIdentity erasure, Clock clock) {
        this.callers = callers;
        this.verification = verification;
        this.reading = reading;
        this.erasure = erasure;
        this.clock = clock;
    }

    @POST
    @Path("/verifications")
    public Response verify(@Nullable VerificationRequest body) {
        var person = callers.with(Role.USER).person();
        Identity.Proven proven = verification.verify(person, VerificationRequest.checked(body));
        return Response.status(Response.Status.CREATED)
                .entity(new VerificationView(proven.assurance(), proven.verifiedAt()))
                .build();
    }

    @GET
    @Path("/me")
    public OwnIdentityView me() {
        Identity identity = reading.own(callers.current().person());
        return OwnIdentityView.of(identity, LocalDate.now(clock));
    }

    @DELETE
    @Path("/me")
    public void erase() {
        erasure.erase(callers.current().person());
    }
}

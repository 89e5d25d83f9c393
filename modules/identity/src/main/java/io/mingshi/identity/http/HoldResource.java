package io.mingshi.identity.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Hold.Cause;
import io.mingshi.identity.state.HoldAccount;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/// An officer revokes or suspects what is proven of somebody, and lets it count again.
@Path("/api/identity/persons/{person}")
@RunOnVirtualThread
class HoldResource {
    private final Callers callers;
    private final HoldAccount holding;

    HoldResource(Callers callers, HoldAccount holding) {
        this.callers = callers;
        this.holding = holding;
    }

    record Reason(@Nullable String cause, @Nullable String reason) {}

    @POST
    @Path("/hold")
    public void hold(@PathParam("person") String person, @Nullable Reason body) {
        var officer = callers.with(Role.OFFICER).person();
        Cause cause = Choice.of(Cause.class, "cause", body == null ? null : body.cause);
        holding.hold(new PersonId(person), cause, officer, reason(body));
    }

    @POST
    @Path("/release")
    public void release(@PathParam("person") String person, @Nullable Reason body) {
        var officer = callers.with(Role.OFFICER).person();
        holding.release(new PersonId(person), officer, reason(body));
    }

    private static String reason(@Nullable Reason body) {
        return Words.reason(body == null ? null : body.reason);
    }
}

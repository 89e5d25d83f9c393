package io.mingshi.identity.http;

import io.mingshi.identity.Hold.Cause;
import io.mingshi.identity.state.HoldAccount;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// A person reports that somebody else may be using the account.
@Path("/api/identity/me/hold")
@RunOnVirtualThread
class TakeoverResource {
    private final Callers callers;
    private final HoldAccount holding;

    TakeoverResource(Callers callers, HoldAccount holding) {
        this.callers = callers;
        this.holding = holding;
    }

    @POST
    public void report() {
        var person = callers.with(Role.USER).person();
        holding.hold(person, Cause.TAKEOVER_SUSPECTED, person, "reported on the account itself");
    }
}

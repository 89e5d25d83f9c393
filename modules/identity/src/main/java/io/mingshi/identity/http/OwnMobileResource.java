package io.mingshi.identity.http;

import io.mingshi.identity.state.GiveUpMobile;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

/// A person no longer has their mobile number.
@Path("/api/identity/me/mobile")
@RunOnVirtualThread
class OwnMobileResource {
    private final Callers callers;
    private final GiveUpMobile mobile;

    OwnMobileResource(Callers callers, GiveUpMobile mobile) {
        this.callers = callers;
        this.mobile = mobile;
    }

    @DELETE
    public void giveUp() {
        mobile.giveUp(callers.with(Role.USER).person());
    }
}

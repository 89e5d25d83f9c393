package io.mingshi.identity.http;

import io.mingshi.identity.EraseIdentity;
import io.mingshi.identity.ReadIdentity;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;

/// What a person sees of their own identity, and how they erase it.
@Path("/api/identity/me")
@RunOnVirtualThread
class OwnIdentityResource {
    private final Callers callers;
    private final ReadIdentity reading;
    private final EraseIdentity erasure;
    private final Clock clock;

    OwnIdentityResource(Callers callers, ReadIdentity reading, EraseIdentity erasure, Clock clock) {
        this.callers = callers;
        this.reading = reading;
        this.erasure = erasure;
        this.clock = clock;
    }

    @GET
    public OwnIdentityView me() {
        return OwnIdentityView.of(reading.own(callers.current().person()), clock);
    }

    @DELETE
    public void erase() {
        erasure.eraseAtWish(callers.current().person());
    }
}

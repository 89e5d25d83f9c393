package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.moderation.sanction.EndSanction;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Proposes to end a sanction before its time; a second person decides.
@Path("/api/moderation/sanctions/{sanction}/lifting")
@RunOnVirtualThread
class LiftingResource {
    private final Callers callers;
    private final EndSanction end;

    LiftingResource(Callers callers, EndSanction end) {
        this.callers = callers;
        this.end = end;
    }

    @POST
    public Response lift(@PathParam("sanction") String sanction, @Nullable DecisionRequest request) {
        var proposer = callers.with(REVIEWER, OFFICER).person();
        return DeedView.waits(end.propose(sanction, DecisionRequest.reasons(request), proposer));
    }
}

package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.visit.DecideByHand;
import io.mingshi.consent.visit.ManualCheck;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What officers check by hand, such as a passcode that failed or a guardianship.
@Path("/api/consent/manual-checks")
@RunOnVirtualThread
class ManualCheckResource {
    private final Callers callers;
    private final DecideByHand decisions;

    ManualCheckResource(Callers callers, DecideByHand decisions) {
        this.callers = callers;
        this.decisions = decisions;
    }

    record Body(@Nullable Boolean confirmed, @Nullable String reason) {}

    @GET
    public List<ManualCheck> waiting() {
        callers.with(Role.OFFICER);
        return decisions.waiting();
    }

    @POST
    @Path("/{id}/decision")
    public void decide(@PathParam("id") String id, @Nullable Body body) {
        var officer = callers.with(Role.OFFICER).person();
        if (body == null || body.confirmed == null || body.reason == null) {
            throw MALFORMED_REQUEST.with("send JSON with confirmed and the reason");
        }
        decisions.decide(officer, id, body.confirmed, body.reason);
    }
}

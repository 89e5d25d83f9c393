package io.mingshi.gateway.http;

import io.mingshi.gateway.screening.ShadowLedger;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/// What a candidate of the library would have changed on live texts, for those who decide on it.
@Path("/api/gateway/shadows/{candidate}")
@RunOnVirtualThread
class ShadowsResource {
    private final Callers callers;
    private final ShadowLedger shadows;

    ShadowsResource(Callers callers, ShadowLedger shadows) {
        this.callers = callers;
        this.shadows = shadows;
    }

    /// @param tried how many texts
    /// @param changed of how many the candidate would have decided otherwise
    record View(String candidate, long tried, long changed, List<ShadowLedger.Counted> outcomes) {}

    @GET
    public View of(@PathParam("candidate") String candidate) {
        callers.with(Role.REVIEWER, Role.OFFICER, Role.INSPECTOR);
        var outcomes = shadows.of(candidate);
        long tried = outcomes.stream().mapToLong(ShadowLedger.Counted::texts).sum();
        long same = outcomes.stream()
                .filter(outcome -> outcome.before().equals(outcome.after()))
                .mapToLong(ShadowLedger.Counted::texts)
                .sum();
        return new View(candidate, tried, tried - same, outcomes);
    }
}

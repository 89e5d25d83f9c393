package io.mingshi.moderation.http;

import io.mingshi.moderation.RefusedGeneration;
import io.mingshi.moderation.ReviewRefusals;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/// What the library refused, for reviewers.
@Path("/api/moderation/refusals")
@RunOnVirtualThread
class RefusalResource {
    private static final int PAGE = 100;

    private final Callers callers;
    private final ReviewRefusals refusals;

    RefusalResource(Callers callers, ReviewRefusals refusals) {
        this.callers = callers;
        this.refusals = refusals;
    }

    /// The latest hundred.
    ///
    /// @param before the id of the last one of the page before
    @GET
    public List<RefusedGeneration> latest(@QueryParam("before") @DefaultValue("") String before) {
        return refusals.latest(callers.with(Role.REVIEWER), before, PAGE);
    }
}

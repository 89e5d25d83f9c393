package io.mingshi.gateway.http;

import io.mingshi.gateway.held.ReadHeldWorks;
import io.mingshi.gateway.work.Work;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/// What waits for a person's look, for reviewers, and for officers to whom they pass it on; their looks are recorded.
@Path("/api/gateway/held")
@RunOnVirtualThread
class HeldResource {
    private final Callers callers;
    private final ReadHeldWorks held;

    HeldResource(Callers callers, ReadHeldWorks held) {
        this.callers = callers;
        this.held = held;
    }

    @GET
    public List<Work> waiting() {
        return held.waiting(callers.with(Role.REVIEWER, Role.OFFICER));
    }

    @GET
    @Path("/{review}")
    public Work find(@PathParam("review") String review) {
        return held.find(callers.with(Role.REVIEWER, Role.OFFICER), review);
    }

    @GET
    @Path("/{review}/content")
    public Response content(@PathParam("review") String review) {
        return Content.of(held.content(callers.with(Role.REVIEWER, Role.OFFICER), review));
    }
}

package io.mingshi.gateway.http;

import io.mingshi.gateway.held.ReadHeldWorks;
import io.mingshi.gateway.input.HeldInput;
import io.mingshi.gateway.input.ReadHeldInputs;
import io.mingshi.gateway.work.Work;
import io.mingshi.servicekit.caller.Caller;
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
    private final ReadHeldInputs inputs;

    HeldResource(Callers callers, ReadHeldWorks held, ReadHeldInputs inputs) {
        this.inputs = inputs;
        this.callers = callers;
        this.held = held;
    }

    @GET
    public List<Work> waiting() {
        return held.waiting(callers.with(Role.REVIEWER, Role.OFFICER));
    }

    /// The same of what people handed in.
    @GET
    @Path("/inputs")
    public List<HeldInput> waitingInputs() {
        return inputs.waiting(callers.with(Role.REVIEWER, Role.OFFICER));
    }

    /// A work, or what somebody handed in.
    @GET
    @Path("/{review}")
    public Object find(@PathParam("review") String review) {
        Caller reviewer = callers.with(Role.REVIEWER, Role.OFFICER);
        return inputs.find(reviewer, review).<Object>map(input -> input).orElseGet(() -> held.find(reviewer, review));
    }

    @GET
    @Path("/{review}/content")
    public Response content(@PathParam("review") String review) {
        Caller reviewer = callers.with(Role.REVIEWER, Role.OFFICER);
        return Content.of(inputs.content(reviewer, review).orElseGet(() -> held.content(reviewer, review)));
    }
}

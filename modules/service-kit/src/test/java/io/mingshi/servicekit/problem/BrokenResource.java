package io.mingshi.servicekit.problem;

import io.mingshi.contracts.CommonProblem;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

@Path("/broken")
@RunOnVirtualThread
class BrokenResource {
    private final Callers callers;

    BrokenResource(Callers callers) {
        this.callers = callers;
    }

    @GET
    @Path("/by-name")
    public String byName() {
        throw CommonProblem.MALFORMED_ID.with("an id is wrong: send another");
    }

    @GET
    @Path("/by-fault")
    public String byFault() {
        throw new IllegalStateException("a secret of the inside");
    }

    @GET
    @Path("/officers-only")
    public String officersOnly() {
        return callers.with(Role.OFFICER).person().value();
    }

    @POST
    @Consumes("application/json")
    public Map<String, String> json(Map<String, String> body) {
        return body;
    }
}

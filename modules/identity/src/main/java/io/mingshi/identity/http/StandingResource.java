package io.mingshi.identity.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Answers the question of other modules how far a person is proven.
@Path("/api/identity/standings")
@RunOnVirtualThread
class StandingResource {
    private final Callers callers;
    private final Standings standings;

    StandingResource(Callers callers, Standings standings) {
        this.callers = callers;
        this.standings = standings;
    }

    @GET
    @Path("/{person}")
    public Standing of(@PathParam("person") String person) {
        callers.with(Role.SERVICE);
        return standings.of(new PersonId(person));
    }
}

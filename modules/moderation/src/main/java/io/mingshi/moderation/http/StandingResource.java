package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_STATEMENT;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.AccountStanding;
import io.mingshi.contracts.moderation.AppealableDecision;
import io.mingshi.contracts.moderation.AppealableDecisions;
import io.mingshi.contracts.moderation.Sanctions;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Answers the questions of other modules: what an account may do, and who decided what a statement tells of.
@Path("/api/moderation")
@RunOnVirtualThread
class StandingResource {
    private final Callers callers;
    private final Sanctions sanctions;
    private final AppealableDecisions decisions;

    StandingResource(Callers callers, Sanctions sanctions, AppealableDecisions decisions) {
        this.callers = callers;
        this.sanctions = sanctions;
        this.decisions = decisions;
    }

    @GET
    @Path("/standings/{person}")
    public AccountStanding standing(@PathParam("person") String person) {
        callers.with(Role.SERVICE);
        return sanctions.of(new PersonId(person));
    }

    @GET
    @Path("/decisions/{statement}")
    public AppealableDecision decision(@PathParam("statement") String statement) {
        callers.with(Role.SERVICE);
        return decisions
                .find(statement)
                .orElseThrow(() -> NO_SUCH_STATEMENT.with("no statement of reasons has this number"));
    }
}

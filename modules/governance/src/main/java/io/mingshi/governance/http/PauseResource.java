package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.REASON_MISSING;
import static io.mingshi.governance.GovernanceProblem.SCOPE_UNKNOWN;

import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.governance.Pause;
import io.mingshi.governance.PauseService;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is paused, for everybody to see and for operators to switch.
@Path("/api/governance/pauses")
@RunOnVirtualThread
class PauseResource {
    private final Callers callers;
    private final PauseService pauses;

    PauseResource(Callers callers, PauseService pauses) {
        this.callers = callers;
        this.pauses = pauses;
    }

    @GET
    public List<PauseView> inForce() {
        return pauses.inForce().stream().map(PauseView::of).toList();
    }

    @PUT
    @Path("/{scope}")
    public PauseView pause(@PathParam("scope") String scope, @Nullable PauseRequest request) {
        var operator = callers.with(Role.OPERATOR);
        if (request == null || request.reason() == null) {
            throw REASON_MISSING.with("send a JSON body with the reason of the pause");
        }
        return PauseView.of(pauses.pause(scope(scope), request.reason(), operator.person()));
    }

    @DELETE
    @Path("/{scope}")
    public void resume(@PathParam("scope") String scope) {
        var operator = callers.with(Role.OPERATOR);
        pauses.resume(scope(scope), operator.person());
    }

    private static PauseScope scope(String name) {
        return Arrays.stream(PauseScope.values())
                .filter(scope -> scope.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        SCOPE_UNKNOWN.with("what can be paused is one of " + Arrays.toString(PauseScope.values())));
    }

    record PauseRequest(@Nullable String reason) {}

    /// The operator's pseudonym stays inside.
    record PauseView(PauseScope scope, String reason, Instant since) {
        static PauseView of(Pause pause) {
            return new PauseView(pause.scope(), pause.reason(), pause.since());
        }
    }
}

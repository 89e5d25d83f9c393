package io.mingshi.identity.http;

import io.mingshi.identity.code.IssueChallenge;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Gives out challenges for the national network identity service.
@Path("/api/identity/national-challenges")
@RunOnVirtualThread
class NationalChallengeResource {
    private final Callers callers;
    private final IssueChallenge challenges;

    NationalChallengeResource(Callers callers, IssueChallenge challenges) {
        this.callers = callers;
        this.challenges = challenges;
    }

    record Challenge(String challenge, long validSeconds) {}

    @POST
    public Response challenge() {
        var person = callers.with(Role.USER).person();
        return Response.status(Response.Status.CREATED)
                .entity(new Challenge(challenges.issue(person), IssueChallenge.VALIDITY.toSeconds()))
                .build();
    }
}

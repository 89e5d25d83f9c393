package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.identity.code.IssueChallenge;
import io.mingshi.identity.code.SendCode;
import io.mingshi.identity.guardian.Guardians;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What the verification step of the login needs before a person can be proven: a code, a challenge, a guardian.
@Path("/api/identity/login-step")
@RunOnVirtualThread
class LoginHelpResource {
    private static final int MAX_CHARACTERS = 64;

    private final Callers callers;
    private final SendCode codes;
    private final IssueChallenge challenges;
    private final Guardians guardians;
    private final Allowances allowances;

    LoginHelpResource(
            Callers callers, SendCode codes, IssueChallenge challenges, Guardians guardians, Allowances allowances) {
        this.callers = callers;
        this.codes = codes;
        this.challenges = challenges;
        this.guardians = guardians;
        this.allowances = allowances;
    }

    record Mobile(@Nullable String mobile, @Nullable String address) {
        /// Hides the number, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Mobile[hidden]";
        }
    }

    /// @param given what the person needs: a challenge, or the secret of a guardian's link
    record Given(String given) {
        @Override
        public String toString() {
            return "Given[hidden]";
        }
    }

    /// The answer is the same for every number.
    @POST
    @Path("/mobile-codes")
    public Response sendCode(@Nullable Mobile body) {
        var person = callers.with(Role.LOGIN).person();
        if (body == null || body.mobile == null || body.mobile.length() > MAX_CHARACTERS) {
            throw MALFORMED_REQUEST.with("send JSON with mobile, a mainland mobile number, and address");
        }
        codes.send(person, codes.normalised(body.mobile), LoginOrigin.of(person, body.address));
        return Response.accepted(new Given("")).build();
    }

    @POST
    @Path("/national-challenges")
    public Response challenge() {
        var person = callers.with(Role.LOGIN).person();
        return created(challenges.issue(person));
    }

    @POST
    @Path("/guardian-requests")
    public Response askGuardian() {
        var child = callers.with(Role.LOGIN).person();
        if (!allowances.take(Allowance.GUARDIAN_LINKS_OF_PERSON, child.value())) {
            throw TOO_OFTEN.with("a guardian was asked for too often today: try again tomorrow");
        }
        return created(guardians.ask(child));
    }

    private static Response created(String given) {
        return Response.status(Response.Status.CREATED)
                .entity(new Given(given))
                .header("Cache-Control", "no-store")
                .build();
    }
}

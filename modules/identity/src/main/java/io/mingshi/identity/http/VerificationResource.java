package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.identity.Identity;
import io.mingshi.identity.VerifyIdentity;
import io.mingshi.identity.code.SendCode;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// How a person proves their identity: a code where the method needs one, then the verification.
@Path("/api/identity")
@RunOnVirtualThread
class VerificationResource {
    private static final int MAX_CHARACTERS = 64;

    private final Callers callers;
    private final Origins origins;
    private final VerifyIdentity verification;
    private final SendCode codes;
    private final Clock clock;

    VerificationResource(Callers callers, Origins origins, VerifyIdentity verification, SendCode codes, Clock clock) {
        this.callers = callers;
        this.origins = origins;
        this.verification = verification;
        this.codes = codes;
        this.clock = clock;
    }

    record CodeRequest(@Nullable String mobile) {
        /// Hides the number, so that a log line cannot show it.
        @Override
        public String toString() {
            return "CodeRequest[hidden]";
        }
    }

    record CodeSent(long validSeconds) {}

    @POST
    @Path("/verifications")
    public Response verify(@Nullable VerificationRequest body) {
        var person = callers.with(Role.USER).person();
        Identity.Proven proven = verification.verify(person, VerificationRequest.checked(body), origins.current());
        return Response.status(Response.Status.CREATED)
                .entity(VerificationView.of(proven.standing(clock)))
                .build();
    }

    /// The answer is the same for every number.
    @POST
    @Path("/mobile-codes")
    public Response sendCode(@Nullable CodeRequest body) {
        var person = callers.with(Role.USER).person();
        if (body == null || body.mobile == null || body.mobile.length() > MAX_CHARACTERS) {
            throw MALFORMED_REQUEST.with("send JSON with mobile, a mainland mobile number");
        }
        codes.send(person, codes.normalised(body.mobile), origins.current());
        return Response.accepted(new CodeSent(SendCode.VALIDITY.toSeconds())).build();
    }
}

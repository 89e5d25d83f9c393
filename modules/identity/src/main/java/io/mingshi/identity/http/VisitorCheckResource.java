package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/// Answers the question of other modules who a visitor without an account is.
@Path("/api/identity/visitor-checks")
@RunOnVirtualThread
class VisitorCheckResource {
    private final Callers callers;
    private final VisitorChecks checks;

    VisitorCheckResource(Callers callers, VisitorChecks checks) {
        this.callers = callers;
        this.checks = checks;
    }

    /// A [VisitorProof] as it may arrive.
    record Body(
            @Nullable String method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String mobile,
            @Nullable PersonId counterpart,
            @Nullable String address) {
        VisitorProof proof() {
            if (method == null || name == null || number == null || counterpart == null || address == null) {
                throw MALFORMED_REQUEST.with("a proof has method, name, number, counterpart and address");
            }
            return new VisitorProof(method, name, number, mobile, counterpart, address);
        }

        /// Hides everything but the method, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Body[" + method + "]";
        }
    }

    @POST
    public VisitorAnswer check(@Nullable Body body) {
        callers.with(Role.SERVICE);
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send the proof as JSON");
        }
        return checks.check(body.proof());
    }
}

package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.identity.Identity;
import io.mingshi.identity.Method;
import io.mingshi.identity.ReadIdentity;
import io.mingshi.identity.VerifyIdentity;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The verification step of the login journey, asked by the login in the name of the person who is logging
/// in.
///
/// Whom it is about is in the token alone: the login can neither ask for nor prove anybody else.
@Path("/api/identity/login-step")
@RunOnVirtualThread
class LoginStepResource {
    private final Callers callers;
    private final ReadIdentity reading;
    private final VerifyIdentity verification;
    private final Clock clock;

    LoginStepResource(Callers callers, ReadIdentity reading, VerifyIdentity verification, Clock clock) {
        this.callers = callers;
        this.reading = reading;
        this.verification = verification;
        this.clock = clock;
    }

    /// @param method the identity document where nothing else is said
    /// @param birthDate of a document that does not tell it
    /// @param address where the person's request came from, so that tries are limited; it is not kept in
    /// plain
    record Body(
            @Nullable String method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate,
            @Nullable String mobile,
            @Nullable String code,
            @Nullable String credential,
            @Nullable String challenge,
            @Nullable String address) {
        VerificationRequest request() {
            String by = method == null ? Method.ID_DOCUMENT.name() : method;
            return new VerificationRequest(
                    by, null, name, number, birthDate, mobile, code, null, credential, challenge);
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Body[hidden]";
        }
    }

    @GET
    public LoginStepView standing() {
        return LoginStepView.of(reading.own(callers.with(Role.LOGIN).person()), clock);
    }

    @POST
    public Response verify(@Nullable Body body) {
        var person = callers.with(Role.LOGIN).person();
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with name, number and address");
        }
        Identity.Proven proven = verification.verify(
                person, VerificationRequest.checked(body.request()), LoginOrigin.of(person, body.address));
        return Response.status(Response.Status.CREATED)
                .entity(VerificationView.of(proven.standing(clock)))
                .build();
    }
}

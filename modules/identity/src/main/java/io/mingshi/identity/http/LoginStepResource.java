package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Method;
import io.mingshi.identity.Origin;
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
    private final Standings standings;
    private final VerifyIdentity verification;
    private final Clock clock;

    LoginStepResource(Callers callers, Standings standings, VerifyIdentity verification, Clock clock) {
        this.callers = callers;
        this.standings = standings;
        this.verification = verification;
        this.clock = clock;
    }

    /// @param birthDate of a document that does not tell it
    /// @param address where the person's request came from, so that tries are limited; it is not kept in
    /// plain
    record Body(
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate,
            @Nullable String address) {
        VerificationRequest request() {
            return new VerificationRequest(
                    Method.ID_DOCUMENT.name(), null, name, number, birthDate, null, null, null, null, null);
        }

        /// The login tells no device: each person has one, so that nobody locks out a whole network.
        Origin origin(PersonId person) {
            if (address == null) {
                throw MALFORMED_REQUEST.with("the field address is missing: whoever asks for another tells it");
            }
            try {
                return new Origin(Origin.network(address), "login " + person.value());
            } catch (IllegalArgumentException e) {
                throw MALFORMED_REQUEST.with("the field address is no IP address");
            }
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Body[hidden]";
        }
    }

    @GET
    public VerificationView standing() {
        return VerificationView.of(standings.of(callers.with(Role.LOGIN).person()));
    }

    @POST
    public Response verify(@Nullable Body body) {
        var person = callers.with(Role.LOGIN).person();
        if (body == null) {
            throw MALFORMED_REQUEST.with("the body is missing: send JSON with name, number and address");
        }
        Identity.Proven proven =
                verification.verify(person, VerificationRequest.checked(body.request()), body.origin(person));
        return Response.status(Response.Status.CREATED)
                .entity(VerificationView.of(proven.standing(clock)))
                .build();
    }
}

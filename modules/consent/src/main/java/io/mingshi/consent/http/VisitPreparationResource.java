package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.visit.PrepareVisit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What a visitor asks for before proving an identity: a code to the mobile number, or a challenge for the
/// national network identity service.
@Path("/api/consent/invitations/{token}/visit")
@RunOnVirtualThread
class VisitPreparationResource {
    private static final int MAX_CHARACTERS = 64;

    private final PrepareVisit preparing;
    private final RoutingContext request;

    VisitPreparationResource(PrepareVisit preparing, RoutingContext request) {
        this.preparing = preparing;
        this.request = request;
    }

    record Mobile(@Nullable String mobile) {
        /// Hides the number, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Mobile[hidden]";
        }
    }

    record Sent(long validSeconds) {}

    record Challenge(@Nullable String challenge, long validSeconds) {}

    /// The answer is the same for every number.
    @POST
    @Path("/mobile-code")
    public Response sendCode(@PathParam("token") String token, @Nullable Mobile body) {
        if (body == null || body.mobile == null || body.mobile.isBlank() || body.mobile.length() > MAX_CHARACTERS) {
            throw MALFORMED_REQUEST.with("send JSON with mobile, a mainland mobile number");
        }
        return Response.accepted(new Sent(
                        preparing.sendCode(token, body.mobile, address()).validSeconds()))
                .build();
    }

    @POST
    @Path("/national-challenge")
    public Response challenge(@PathParam("token") String token) {
        var ticket = preparing.challenge(token, address());
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(new Challenge(ticket.challenge(), ticket.validSeconds()))
                .build();
    }

    private String address() {
        return request.request().remoteAddress().hostAddress();
    }
}

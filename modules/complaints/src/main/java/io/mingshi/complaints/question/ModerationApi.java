package io.mingshi.complaints.question;

import io.mingshi.contracts.moderation.AppealableDecision;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `moderation`.
@RegisterRestClient(configKey = "complaints-moderation")
@OidcClientFilter
@Path("/api/moderation/decisions")
interface ModerationApi {
    @GET
    @Path("/{statement}")
    AppealableDecision decision(@PathParam("statement") String statement);
}

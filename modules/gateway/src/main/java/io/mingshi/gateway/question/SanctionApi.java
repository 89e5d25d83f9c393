package io.mingshi.gateway.question;

import io.mingshi.contracts.moderation.AccountStanding;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `moderation` about an account.
@RegisterRestClient(configKey = "gateway-moderation")
@OidcClientFilter
@Path("/api/moderation/standings")
interface SanctionApi {
    @GET
    @Path("/{person}")
    AccountStanding of(@PathParam("person") String person);
}

package io.mingshi.gateway.question;

import io.mingshi.contracts.identity.Standing;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `identity`.
@RegisterRestClient(configKey = "gateway-identity")
@OidcClientFilter
@Path("/api/identity")
interface IdentityApi {
    @GET
    @Path("/standings/{person}")
    Standing standing(@PathParam("person") String person);
}

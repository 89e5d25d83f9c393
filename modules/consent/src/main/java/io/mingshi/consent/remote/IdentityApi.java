package io.mingshi.consent.remote;

import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorProof;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "consent-identity")
@OidcClientFilter
@Path("/api/identity")
interface IdentityApi {
    @GET
    @Path("/standings/{person}")
    Standing standing(@PathParam("person") String person);

    @POST
    @Path("/visitor-checks")
    VisitorAnswer check(VisitorProof proof);
}

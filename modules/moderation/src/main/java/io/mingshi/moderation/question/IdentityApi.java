package io.mingshi.moderation.question;

import io.mingshi.contracts.identity.EmergencyContact;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `identity`.
@RegisterRestClient(configKey = "moderation-identity")
@OidcClientFilter
@Path("/api/identity")
interface IdentityApi {
    @GET
    @Path("/emergency-contacts/{person}")
    List<EmergencyContact> emergencyContacts(
            @PathParam("person") String person,
            @QueryParam("handOver") String handOver,
            @QueryParam("officer") String officer);
}

package io.mingshi.identity.question;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `governance`: what everybody may read, so no token is sent.
@RegisterRestClient(configKey = "identity-governance")
@Path("/api/governance")
interface GovernanceApi {
    @GET
    @Path("/pauses")
    JsonNode pauses();
}

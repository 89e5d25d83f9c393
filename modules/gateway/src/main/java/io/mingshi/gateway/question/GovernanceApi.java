package io.mingshi.gateway.question;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.RegisteredModel;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `governance`.
@RegisterRestClient(configKey = "gateway-governance")
@OidcClientFilter
@Path("/api/governance")
interface GovernanceApi {
    @GET
    @Path("/admissions")
    ModelAdmission admission(@QueryParam("model") String model, @QueryParam("capability") Capability capability);

    @GET
    @Path("/models")
    List<RegisteredModel> models();

    @GET
    @Path("/pauses")
    JsonNode pauses();
}

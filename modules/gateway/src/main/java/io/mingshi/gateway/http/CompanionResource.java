package io.mingshi.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.companion.Companionship;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.Requesters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The button that ends a conversation with a companion.
@Path("/api/gateway/companion")
@RunOnVirtualThread
class CompanionResource {
    private final Requesters requesters;
    private final Companionship companionship;

    CompanionResource(Requesters requesters, Companionship companionship) {
        this.requesters = requesters;
        this.companionship = companionship;
    }

    /// @param ended whether there was a session; there is none afterwards either way
    record Exit(ModelId model, boolean ended) {}

    /// Needs no model, no proof of identity and nothing that could be paused: leaving is always possible.
    @POST
    @Path("/exit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Exit exit(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        var person = requesters.of(authorization);
        ModelId model = Fields.of(body).model();
        return new Exit(model, companionship.exit(person, model));
    }
}

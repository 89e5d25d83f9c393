package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.MODEL_REFUSED;

import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.RegisteredModel;
import io.mingshi.gateway.edge.Requesters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The models that may be used now, each with the filing number that has to be shown.
/// [DSP-19](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ModelsResource {
    private final Requesters requesters;
    private final ModelRegistry models;

    ModelsResource(Requesters requesters, ModelRegistry models) {
        this.requesters = requesters;
        this.models = models;
    }

    @GET
    public Map<String, Object> list(@HeaderParam("Authorization") @Nullable String authorization) {
        requesters.of(authorization);
        List<Map<String, Object>> data =
                models.usable().stream().map(ModelsResource::view).toList();
        return Map.of("object", "list", "data", data);
    }

    @GET
    @Path("/{model}")
    public Map<String, Object> one(
            @HeaderParam("Authorization") @Nullable String authorization, @PathParam("model") String model) {
        requesters.of(authorization);
        return models.usable().stream()
                .filter(usable -> usable.model().value().equals(model))
                .map(ModelsResource::view)
                .findFirst()
                .orElseThrow(() -> MODEL_REFUSED.with("no model that may be used has this name: see /v1/models"));
    }

    private static Map<String, Object> view(RegisteredModel model) {
        return Map.of(
                "id", model.model().value(),
                "object", "model",
                "created", model.registeredAt().getEpochSecond(),
                "owned_by", "mingshi",
                "mingshi",
                        Map.of(
                                "filing_number", model.filingNumber(),
                                "version", model.version(),
                                "capabilities", model.capabilities()));
    }
}

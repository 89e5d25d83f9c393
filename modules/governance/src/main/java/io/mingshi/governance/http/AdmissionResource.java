package io.mingshi.governance.http;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/// Answers the question of other modules whether a model may be used.
@Path("/api/governance/admissions")
@RunOnVirtualThread
class AdmissionResource {
    private final Callers callers;
    private final ModelRegistry registry;

    AdmissionResource(Callers callers, ModelRegistry registry) {
        this.callers = callers;
        this.registry = registry;
    }

    @GET
    public ModelAdmission admission(
            @QueryParam("model") @DefaultValue("") String model,
            @QueryParam("capability") @DefaultValue("") String capability) {
        callers.with(Role.SERVICE);
        return registry.admit(new ModelId(model), RegistrationRequest.capability(capability));
    }
}

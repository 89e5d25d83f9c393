package io.mingshi.governance.http;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.RegisteredModel;
import io.mingshi.governance.PromoteModel;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The models, for everybody to see and for operators to register.
@Path("/api/governance/models")
@RunOnVirtualThread
class ModelResource {
    private final Callers callers;
    private final ModelRegistry registry;
    private final PromoteModel promotion;

    ModelResource(Callers callers, ModelRegistry registry, PromoteModel promotion) {
        this.callers = callers;
        this.registry = registry;
        this.promotion = promotion;
    }

    /// Name and filing number of each model in use, without login.
    /// [GAI-17](http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm)
    @GET
    public List<RegisteredModel> models() {
        return registry.usable();
    }

    @PUT
    @Path("/{id}")
    public RegistrationView register(@PathParam("id") String id, @Nullable RegistrationRequest request) {
        Caller operator = callers.with(Role.OPERATOR);
        var checked = RegistrationRequest.present(request).checked();
        return RegistrationView.of(promotion.promote(new ModelId(id), checked, operator.person()));
    }
}

package io.mingshi.gateway.question;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.RegisteredModel;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `governance` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteModelRegistry implements ModelRegistry {
    private final GovernanceApi api;

    RemoteModelRegistry(@RestClient GovernanceApi api) {
        this.api = api;
    }

    @Override
    public ModelAdmission admit(ModelId model, Capability capability) {
        return Remote.ask("governance", () -> api.admission(model.value(), capability));
    }

    @Override
    public List<RegisteredModel> usable() {
        return Remote.ask("governance", api::models);
    }
}

package io.mingshi.identity.question;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `governance` in its own process.
@DefaultBean
@ApplicationScoped
class RemotePauses implements Pauses {
    private final GovernanceApi api;

    RemotePauses(@RestClient GovernanceApi api) {
        this.api = api;
    }

    @Override
    public boolean paused(PauseScope scope) {
        JsonNode pauses = Remote.ask("governance", api::pauses);
        if (pauses == null || !pauses.isArray()) {
            throw MODULE_UNREACHABLE.with("the module governance does not say what is paused: try again later");
        }
        return pauses.findValuesAsText("scope").contains(scope.name());
    }
}

package io.mingshi.consent.remote;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Stands in for `identity` unless that runs in this process.
@DefaultBean
@ApplicationScoped
class RemoteStandings implements Standings {
    private final IdentityApi api;

    RemoteStandings(@RestClient IdentityApi api) {
        this.api = api;
    }

    @Override
    public Standing of(PersonId person) {
        return Remote.ask("identity", () -> api.standing(person.value()));
    }
}

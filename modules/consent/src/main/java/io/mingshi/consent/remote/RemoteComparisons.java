package io.mingshi.consent.remote;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Stands in for `identity` unless that runs in this process.
@DefaultBean
@ApplicationScoped
class RemoteComparisons implements Comparisons {
    private final IdentityApi api;

    RemoteComparisons(@RestClient IdentityApi api) {
        this.api = api;
    }

    @Override
    public Likeness compare(PersonId one, PersonId other) {
        return Remote.ask("identity", () -> api.compare(one.value(), other.value()))
                .likeness();
    }

    @Override
    public Optional<String> nameMark(PersonId account) {
        return Optional.ofNullable(
                Remote.ask("identity", () -> api.name(account.value())).mark());
    }
}

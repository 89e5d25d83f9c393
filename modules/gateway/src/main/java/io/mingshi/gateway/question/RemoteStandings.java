package io.mingshi.gateway.question;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.group.Flights;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `identity` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteStandings implements Standings {
    private final Flights<PersonId, Standing> flights;

    RemoteStandings(@RestClient IdentityApi api) {
        this.flights = new Flights<>(person -> Remote.ask("identity", () -> api.standing(person.value())));
    }

    @Override
    public Standing of(PersonId person) {
        return flights.ask(person);
    }
}

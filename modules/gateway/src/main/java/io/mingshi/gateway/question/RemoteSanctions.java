package io.mingshi.gateway.question;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.AccountStanding;
import io.mingshi.contracts.moderation.Sanctions;
import io.mingshi.gateway.group.Flights;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `moderation` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteSanctions implements Sanctions {
    private final Flights<PersonId, AccountStanding> flights;

    RemoteSanctions(@RestClient SanctionApi api) {
        this.flights = new Flights<>(person -> ask(api, person));
    }

    @Override
    public AccountStanding of(PersonId person) {
        return flights.ask(person);
    }

    private static AccountStanding ask(SanctionApi api, PersonId person) {
        AccountStanding standing = Remote.ask("moderation", () -> api.of(person.value()));
        if (standing == null || !person.equals(standing.person())) {
            throw MODULE_UNREACHABLE.with(
                    "the module moderation does not say how this account stands: try again later");
        }
        return standing;
    }
}

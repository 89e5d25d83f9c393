package io.mingshi.moderation.question;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.contracts.identity.EmergencyContacts;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `identity` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteEmergencyContacts implements EmergencyContacts {
    private final IdentityApi api;

    RemoteEmergencyContacts(@RestClient IdentityApi api) {
        this.api = api;
    }

    @Override
    public List<EmergencyContact> of(PersonId person, String handOver, PersonId officer) {
        return Remote.ask("identity", () -> api.emergencyContacts(person.value(), handOver, officer.value()));
    }
}

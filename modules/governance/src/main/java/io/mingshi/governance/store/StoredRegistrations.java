package io.mingshi.governance.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Registration;
import io.mingshi.governance.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredRegistrations implements Registrations {
    @Override
    public Optional<Registration> find(ModelId model) {
        return RegistrationRow.<RegistrationRow>find("model = ?1 and supersededAt is null", model.value())
                .firstResultOptional()
                .map(RegistrationRow::registration);
    }

    @Override
    public List<Registration> all() {
        return RegistrationRow.<RegistrationRow>find("supersededAt is null order by model").stream()
                .map(RegistrationRow::registration)
                .toList();
    }

    @Override
    public void keep(Registration registration) {
        // one after the other for each model, also when there is no row yet to be locked
        RegistrationRow.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext(?1))", Object.class)
                .setParameter(1, registration.model().value())
                .getSingleResult();
        RegistrationRow.update(
                "supersededAt = ?1 where model = ?2 and supersededAt is null",
                registration.at(),
                registration.model().value());
        RegistrationRow.of(registration).persist();
    }
}

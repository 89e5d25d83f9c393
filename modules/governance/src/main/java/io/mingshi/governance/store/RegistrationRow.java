package io.mingshi.governance.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.governance.Registration;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registration")
class RegistrationRow extends PanacheEntityBase {
    @Id
    String id;

    String model;
    String version;
    String capabilities;

    @Column(name = "filing_number")
    String filingNumber;

    @Column(name = "assessed_on")
    LocalDate assessedOn;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    /// Roles with spaces between; empty where the model is no companion.
    String companionship;

    @Column(name = "superseded_at")
    @Nullable
    Instant supersededAt;

    static RegistrationRow of(Registration registration) {
        var row = new RegistrationRow();
        row.id = registration.id();
        row.model = registration.model().value();
        row.version = registration.version();
        row.capabilities = joined(registration.capabilities());
        row.filingNumber = registration.filingNumber();
        row.assessedOn = registration.assessedOn();
        row.registeredBy = registration.by().value();
        row.registeredAt = registration.at();
        row.companionship = joined(registration.companionship());
        return row;
    }

    private static String joined(Set<? extends Enum<?>> names) {
        return names.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    Registration registration() {
        return new Registration(
                id,
                new ModelId(model),
                version,
                Arrays.stream(capabilities.split(" ", -1))
                        .map(Capability::valueOf)
                        .collect(Collectors.toSet()),
                filingNumber,
                assessedOn,
                new PersonId(registeredBy),
                registeredAt,
                companionship.isEmpty()
                        ? Set.of()
                        : Arrays.stream(companionship.split(" ", -1))
                                .map(CompanionRole::valueOf)
                                .collect(Collectors.toSet()));
    }
}

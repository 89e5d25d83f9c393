package io.mingshi.governance.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.governance.Component;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "component")
class ComponentRow extends PanacheEntityBase {
    @Id
    String id;

    String name;

    @Enumerated(EnumType.STRING)
    Component.Kind kind;

    String version;
    String supplier;
    boolean biometric;

    @Column(name = "special_scene")
    boolean specialScene;

    String models;

    @Column(name = "assessed_on")
    @Nullable
    LocalDate assessedOn;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Column(name = "superseded_at")
    @Nullable
    Instant supersededAt;

    static ComponentRow of(Component component) {
        var row = new ComponentRow();
        row.id = component.id();
        row.name = component.name();
        row.kind = component.kind();
        row.version = component.version();
        row.supplier = component.supplier();
        row.biometric = component.biometric();
        row.specialScene = component.specialScene();
        row.models = component.models().stream().map(ModelId::value).sorted().collect(Collectors.joining("\n"));
        row.assessedOn = component.assessedOn();
        row.registeredBy = component.by().value();
        row.registeredAt = component.at();
        return row;
    }

    Component component() {
        return new Component(
                id,
                name,
                kind,
                version,
                supplier,
                biometric,
                specialScene,
                Arrays.stream(models.split("\n", -1)).map(ModelId::new).collect(Collectors.toSet()),
                assessedOn,
                new PersonId(registeredBy),
                registeredAt);
    }
}

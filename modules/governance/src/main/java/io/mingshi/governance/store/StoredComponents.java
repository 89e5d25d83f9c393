package io.mingshi.governance.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Component;
import io.mingshi.governance.Components;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredComponents implements Components {
    @Override
    public Optional<Component> find(String name) {
        return ComponentRow.<ComponentRow>find("name = ?1 and supersededAt is null", name)
                .firstResultOptional()
                .map(ComponentRow::component);
    }

    @Override
    public List<Component> all() {
        return ComponentRow.<ComponentRow>find("supersededAt is null order by name").stream()
                .map(ComponentRow::component)
                .toList();
    }

    /// There are few components, and the models of each are few.
    @Override
    public List<Component> of(ModelId model) {
        return all().stream()
                .filter(component -> component.models().contains(model))
                .toList();
    }

    @Override
    public void keep(Component component) {
        ComponentRow.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext(?1))", Object.class)
                .setParameter(1, "component " + component.name())
                .getSingleResult();
        ComponentRow.update(
                "supersededAt = ?1 where name = ?2 and supersededAt is null", component.at(), component.name());
        ComponentRow.of(component).persist();
    }
}

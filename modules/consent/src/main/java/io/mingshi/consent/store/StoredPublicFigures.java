package io.mingshi.consent.store;

import io.mingshi.consent.PublicFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredPublicFigures implements PublicFigures {
    @Override
    public Optional<Listed> find(String name) {
        return PublicFigureRow.<PublicFigureRow>findByIdOptional(name).map(PublicFigureRow::listed);
    }

    @Override
    public void put(Listed listed) {
        var row =
                PublicFigureRow.<PublicFigureRow>findByIdOptional(listed.name()).orElseGet(PublicFigureRow::new);
        row.name = listed.name();
        row.reason = listed.reason();
        row.listedBy = listed.listedBy().value();
        row.listedAt = listed.listedAt();
        row.persist();
    }

    @Override
    public boolean remove(String name) {
        return PublicFigureRow.deleteById(name);
    }

    @Override
    public List<Listed> all() {
        return PublicFigureRow.<PublicFigureRow>find("order by name").page(0, MOST).stream()
                .map(PublicFigureRow::listed)
                .toList();
    }
}

package io.mingshi.consent.store;

import io.mingshi.consent.PublicFigures;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredPublicFigures implements PublicFigures {
    private final BlindIndex index;

    StoredPublicFigures(BlindIndex index) {
        this.index = index;
    }

    @Override
    public Optional<Listed> find(String name) {
        return PublicFigureRow.<PublicFigureRow>findByIdOptional(name).map(PublicFigureRow::listed);
    }

    /// The hash is not kept beside the name, where it would read the hashes of others: a yes with an account is
    /// rare, and all that are listed are hashed within milliseconds.
    @Override
    public Optional<Listed> findByMark(String mark) {
        return all().stream()
                .filter(listed -> index.of(NameSpelling.MARK, listed.name()).equals(mark))
                .findFirst();
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

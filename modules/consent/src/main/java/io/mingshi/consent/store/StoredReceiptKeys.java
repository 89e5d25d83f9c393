package io.mingshi.consent.store;

import io.mingshi.consent.receipt.ReceiptKeys;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class StoredReceiptKeys implements ReceiptKeys {
    private final EntityManager entities;

    StoredReceiptKeys(@PersistenceUnit("consent") EntityManager entities) {
        this.entities = entities;
    }

    /// Two processes may learn of the key at once.
    @Override
    public void remember(String id, String jwk, Instant since) {
        if (ReceiptKeyRow.findById(id) == null) {
            entities.createNativeQuery(
                            "insert into receipt_key (id, jwk, since) values (?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, id)
                    .setParameter(2, jwk)
                    .setParameter(3, since)
                    .executeUpdate();
        }
    }

    @Override
    public List<String> all() {
        return ReceiptKeyRow.<ReceiptKeyRow>list("order by since").stream()
                .map(row -> row.jwk)
                .toList();
    }
}

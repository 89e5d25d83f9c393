package io.mingshi.identity.store;

import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/// Statements that rows do not express: locks that are held until the transaction ends, and what is counted.
@ApplicationScoped
class Locks {
    private final EntityManager entities;

    Locks(@PersistenceUnit("identity") EntityManager entities) {
        this.entities = entities;
    }

    /// Always the person before the place, so that two never wait for each other.
    void lock(String what) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .setParameter("what", what)
                .getSingleResult();
    }

    /// Confirmations whose time is over, each for one instance of the service only.
    @SuppressWarnings("unchecked")
    List<ConfirmationRow> expired(Instant now, int limit) {
        return entities.createNativeQuery("""
                        select * from confirmation where ended_at is null and valid_until <= :now
                        order by valid_until limit :limit for update skip locked""", ConfirmationRow.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /// Deletes what is counted of a person.
    void forget(String person) {
        for (String table : List.of("attempt", "one_time_secret")) {
            entities.createNativeQuery("delete from " + table + " where person = :person")
                    .setParameter("person", person)
                    .executeUpdate();
        }
    }
}

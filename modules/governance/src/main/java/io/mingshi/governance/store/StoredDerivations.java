package io.mingshi.governance.store;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.governance.Derivation;
import io.mingshi.governance.Derivations;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

@ApplicationScoped
class StoredDerivations implements Derivations {
    private static final String FOUND = "select d.model, d.consent, d.declared_by, d.declared_at, w.withdrawn_at"
            + " from derivation d left join withdrawn_consent w on w.consent = d.consent where ";

    private final EntityManager entities;

    StoredDerivations(@PersistenceUnit("governance") EntityManager entities) {
        this.entities = entities;
    }

    /// A row as the query gives it.
    private record Row(String model, String consent, String by, Instant at, Instant withdrawnAt) {
        Derivation derivation() {
            return new Derivation(new ModelId(model), new ConsentId(consent), new PersonId(by), at, withdrawnAt);
        }
    }

    @Override
    public List<Derivation> of(ModelId model) {
        return found("d.model = ?1 order by d.declared_at, d.consent", model.value());
    }

    @Override
    public List<Derivation> under(ConsentId consent) {
        return found("d.consent = ?1 order by d.model", consent.value());
    }

    private List<Derivation> found(String where, String value) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(FOUND + where, Row.class)
                .setParameter(1, value)
                .getResultList()
                .stream()
                .map(Row::derivation)
                .toList();
    }

    @Override
    public boolean keep(Derivation derivation) {
        return change(
                        "insert into derivation (model, consent, declared_by, declared_at) values (?1, ?2, ?3, ?4)"
                                + " on conflict do nothing",
                        derivation.model().value(),
                        derivation.consent().value(),
                        derivation.by().value(),
                        derivation.at())
                == 1;
    }

    @Override
    public void withdrawn(ConsentId consent, Instant at) {
        change(
                "insert into withdrawn_consent (consent, withdrawn_at) values (?1, ?2) on conflict do nothing",
                consent.value(),
                at);
    }

    @Override
    public boolean isDisabled(ModelId model) {
        return of(model).stream().anyMatch(one -> one.withdrawnAt() != null);
    }

    private int change(String statement, Object... parameters) {
        var query = entities.unwrap(Session.class).createNativeMutationQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.executeUpdate();
    }
}

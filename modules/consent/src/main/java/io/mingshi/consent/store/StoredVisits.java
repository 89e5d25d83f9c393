package io.mingshi.consent.store;

import io.mingshi.consent.Terms;
import io.mingshi.consent.visit.Visit;
import io.mingshi.consent.visit.Visitor;
import io.mingshi.consent.visit.Visits;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class StoredVisits implements Visits {
    @Override
    public int tried(ConsentId id, Instant now, Instant since) {
        ConsentRow row = ConsentRow.locked(id);
        Instant from = row.triesFrom;
        if (from == null || from.isBefore(since)) {
            row.tries = 0;
            row.triesFrom = now;
        }
        row.tries++;
        return row.tries;
    }

    @Override
    public boolean bind(ConsentId id, PersonId depicted) {
        ConsentRow row = ConsentRow.locked(id);
        if (row.boundTo == null && (row.depicted == null || row.depicted.equals(depicted.value()))) {
            row.boundTo = depicted.value();
        }
        boolean own = depicted.value().equals(row.boundTo);
        if (own) {
            row.tries = 0;
        }
        return own;
    }

    @Override
    public Visit open(Terms terms, Visitor visitor, String secret, Instant until) {
        VisitRow row = VisitRow.<VisitRow>findByIdOptional(terms.id().value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(VisitRow::new);
        row.consent = terms.id().value();
        row.comesFrom(visitor);
        row.secretHash = Sha256.of(secret);
        row.openUntil = until;
        row.persist();
        return row.visit(terms);
    }

    @Override
    public Optional<Visit> findForChange(Terms terms, String secret, Instant now) {
        String hash = Sha256.of(secret);
        return VisitRow.<VisitRow>findByIdOptional(terms.id().value(), LockModeType.PESSIMISTIC_WRITE)
                .filter(row -> row.secretHash.equals(hash) && now.isBefore(row.openUntil))
                .map(row -> row.visit(terms));
    }

    @Override
    public Optional<Visit> latestForChange(Terms terms) {
        return VisitRow.<VisitRow>findByIdOptional(terms.id().value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row.visit(terms));
    }

    @Override
    public void keep(Visit visit) {
        VisitRow.<VisitRow>findByIdOptional(visit.terms().id().value())
                .orElseThrow(() -> new IllegalStateException("a visit that is changed is stored"))
                .keep(visit);
    }
}

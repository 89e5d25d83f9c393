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
    public boolean bind(ConsentId id, PersonId depicted) {
        ConsentRow row = ConsentRow.locked(id);
        if (row.boundTo == null && (row.depicted == null || row.depicted.equals(depicted.value()))) {
            row.boundTo = depicted.value();
        }
        return depicted.value().equals(row.boundTo);
    }

    @Override
    public boolean isOpenForSure(ConsentId id, Instant now) {
        return VisitRow.<VisitRow>findByIdOptional(id.value())
                .filter(row -> row.possessionAt != null && now.isBefore(row.openUntil))
                .isPresent();
    }

    @Override
    public Visit open(Visit.Possession possession, Terms terms, Visitor visitor, Page page) {
        VisitRow row = VisitRow.<VisitRow>findByIdOptional(terms.id().value(), LockModeType.PESSIMISTIC_WRITE)
                .orElseGet(VisitRow::new);
        row.consent = terms.id().value();
        row.comesFrom(visitor);
        row.possession(possession);
        row.secretHash = Sha256.of(page.secret());
        row.openUntil = page.until();
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
        row(visit).keep(visit);
    }

    @Override
    public void keepOpen(Visit visit, Instant until) {
        VisitRow row = row(visit);
        row.openUntil = until.isAfter(row.openUntil) ? until : row.openUntil;
    }

    @Override
    public void forget(ConsentId id) {
        ManualCheckRow.delete("consent = ?1 and decidedAt is null", id.value());
        VisitRow.deleteById(id.value());
    }

    @Override
    public void forgetLapsed(Instant now) {
        String lapsed = "consent in (select c.id from ConsentRow c where c.validUntil <= ?1)";
        ManualCheckRow.delete("decidedAt is null and " + lapsed, now);
        VisitRow.delete("openUntil <= ?1 and " + lapsed, now);
    }

    private static VisitRow row(Visit visit) {
        return VisitRow.<VisitRow>findByIdOptional(visit.terms().id().value())
                .orElseThrow(() -> new IllegalStateException("a visit that is changed is stored"));
    }
}

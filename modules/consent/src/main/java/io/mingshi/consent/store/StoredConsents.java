package io.mingshi.consent.store;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Consents;
import io.mingshi.consent.Guardian;
import io.mingshi.consent.Reminder;
import io.mingshi.consent.RequestConsent;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.quarkus.hibernate.orm.PersistenceUnit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredConsents implements Consents {
    /// Comes after every id.
    private static final String AFTER_ALL = "~";

    private final EntityManager entities;
    private final BlindIndex index;
    private final Clock clock;

    StoredConsents(@PersistenceUnit("consent") EntityManager entities, BlindIndex index, Clock clock) {
        this.entities = entities;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public void add(Consent.Requested requested, String token, @Nullable String name) {
        Terms terms = requested.terms();
        ConsentRow.of(terms, Sha256.of(token), name == null ? null : nameIndex(terms.id(), name))
                .persistAndFlush();
    }

    @Override
    public void add(Terms terms, Reminder reminder) {
        ReminderRow.add(terms, reminder);
    }

    @Override
    public boolean mayAnswer(ConsentId id, @Nullable String name) {
        String expected = ConsentRow.<ConsentRow>findByIdOptional(id.value())
                .orElseThrow(() -> new IllegalStateException("a consent that is answered is stored"))
                .nameIndex;
        return expected == null || (name != null && expected.equals(nameIndex(id, name)));
    }

    /// One name has another index in each consent, so that nobody can be followed from one to the next.
    private String nameIndex(ConsentId id, String name) {
        return index.of("consent.name." + id, name);
    }

    @Override
    public Optional<Consent> find(ConsentId id) {
        return ConsentRow.<ConsentRow>findByIdOptional(id.value()).map(this::now);
    }

    @Override
    public Optional<Consent> find(ConsentId id, Instant at) {
        return ConsentRow.<ConsentRow>findByIdOptional(id.value()).flatMap(row -> row.at(at));
    }

    /// Reads the index `consent_answered` alone, whatever the table holds.
    @Override
    public List<Consent> answered(PersonId depicted, PersonId requester, String purpose, Instant at) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from consent where granted and depicted = ?1 and requester = ?2"
                                + " and md5(purpose) = md5(?3) order by id desc limit " + PAGE,
                        ConsentRow.class)
                .setParameter(1, depicted.value())
                .setParameter(2, requester.value())
                .setParameter(3, purpose)
                .getResultList()
                .stream()
                .flatMap(row -> row.at(at).stream())
                .toList();
    }

    @Override
    public Optional<Consent> findForChange(ConsentId id) {
        return ConsentRow.<ConsentRow>findByIdOptional(id.value())
                .map(ConsentRow::locked)
                .map(this::now);
    }

    @Override
    public Optional<Consent> findByToken(String token) {
        return ConsentRow.<ConsentRow>find("tokenHash", Sha256.of(token))
                .firstResultOptional()
                .map(this::now);
    }

    @Override
    public Optional<Consent> findByTokenForChange(String token) {
        return ConsentRow.<ConsentRow>find("tokenHash", Sha256.of(token))
                .firstResultOptional()
                .map(ConsentRow::locked)
                .map(this::now);
    }

    @Override
    public List<Consent> of(PersonId requesterOrDepicted, @Nullable ConsentId before) {
        return ConsentRow.<ConsentRow>find(
                        "(requester = ?1 or depicted = ?1) and id < ?2 order by id desc",
                        requesterOrDepicted.value(),
                        before == null ? AFTER_ALL : before.value())
                .page(0, PAGE)
                .stream()
                .map(this::now)
                .toList();
    }

    /// Ids are ordered by time: the newest come first in the index, and only as many as count are read.
    @Override
    public int askedSince(PersonId requester, Instant since) {
        Number count = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) from (select requested_at from consent where requester = ?1 order by id desc"
                                + " limit " + RequestConsent.MAX_A_DAY + ") newest where requested_at > ?2",
                        Long.class)
                .setParameter(1, requester.value())
                .setParameter(2, since)
                .getSingleResult();
        return count.intValue();
    }

    @Override
    public List<Reminder> reminders(ConsentId id) {
        return ReminderRow.of(id.value());
    }

    @Override
    public Optional<PersonId> boundTo(ConsentId id) {
        return ConsentRow.<ConsentRow>findByIdOptional(id.value())
                .map(row -> row.boundTo)
                .map(PersonId::new);
    }

    @Override
    public void change(Consent.Active active) {
        ConsentRow row = row(active);
        Guardian guardian = active.guardian();
        row.guardian = guardian == null ? null : guardian.person().value();
        row.guardianUntil = guardian == null ? null : guardian.until();
        row.depicted = active.depicted().value();
        row.granted = true;
        row.answeredAt = active.grantedAt();
        row.evidence = active.evidence().text();
        row.evidenceHash = active.evidence().hash();
    }

    @Override
    public void change(Consent.Refused refused) {
        ConsentRow row = row(refused);
        row.depicted = refused.depicted().value();
        row.granted = false;
        row.answeredAt = refused.refusedAt();
    }

    @Override
    public void change(Consent.Withdrawn withdrawn) {
        row(withdrawn).withdrawnAt = withdrawn.withdrawnAt();
    }

    private Consent now(ConsentRow row) {
        return row.now(clock.instant());
    }

    private static ConsentRow row(Consent consent) {
        return ConsentRow.<ConsentRow>findByIdOptional(consent.terms().id().value())
                .orElseThrow(() -> new IllegalStateException("a consent that is changed is stored"));
    }
}

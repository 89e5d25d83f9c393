package io.mingshi.consent.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Evidence;
import io.mingshi.consent.Guardian;
import io.mingshi.consent.Handler;
import io.mingshi.consent.Scope;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "consent")
class ConsentRow extends PanacheEntityBase {
    /// Stands in no id and in no modality.
    private static final String COMMA = ",";

    private static final Pattern AT_COMMA = Pattern.compile(COMMA);

    @Id
    String id;

    @Column(name = "token_hash")
    String tokenHash;

    String requester;
    String modalities;
    String models;
    String purpose;

    @Enumerated(EnumType.STRING)
    Audience audience;

    /// Keyed hash of the name that the depicted person must prove; null when no name was given.
    @Column(name = "name_index")
    @Nullable
    String nameIndex;

    @Column(name = "notice_version")
    String noticeVersion;

    @Column(name = "notice_handler")
    String noticeHandler;

    @Column(name = "notice_contact")
    String noticeContact;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "valid_until")
    Instant validUntil;

    @Nullable
    String depicted;

    @Column(name = "answered_at")
    @Nullable
    Instant answeredAt;

    @Nullable
    Boolean granted;

    @Nullable
    String evidence;

    @Column(name = "evidence_hash")
    @Nullable
    String evidenceHash;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    /// To whom the link belongs; null until somebody proved an identity through it.
    @Column(name = "bound_to")
    @Nullable
    String boundTo;

    @Nullable
    String guardian;

    @Column(name = "guardian_until")
    @Nullable
    Instant guardianUntil;

    /// Nobody else changes it until the transaction ends.
    static ConsentRow locked(ConsentId id) {
        return ConsentRow.<ConsentRow>findByIdOptional(id.value())
                .map(ConsentRow::locked)
                .orElseThrow(() -> new IllegalStateException("a consent that is changed is stored"));
    }

    /// The same row, read again once it is locked: what this transaction had read before may be old by then.
    ConsentRow locked() {
        getEntityManager().refresh(this, LockModeType.PESSIMISTIC_WRITE);
        return this;
    }

    static ConsentRow of(Terms terms, String tokenHash, @Nullable String nameIndex) {
        var row = new ConsentRow();
        row.id = terms.id().value();
        row.tokenHash = tokenHash;
        row.requester = terms.requester().value();
        row.modalities = joined(terms.scope().modalities(), Modality::name);
        row.models = joined(terms.scope().models(), ModelId::value);
        row.purpose = terms.scope().purpose();
        row.audience = terms.scope().audience();
        row.nameIndex = nameIndex;
        row.noticeVersion = terms.noticeVersion();
        row.noticeHandler = terms.handler().name();
        row.noticeContact = terms.handler().contact();
        row.requestedAt = terms.requestedAt();
        row.validUntil = terms.validUntil();
        return row;
    }

    /// The state that it was in at that instant; empty before it was asked for.
    ///
    /// What was written later did not count then: neither an answer nor a withdrawal.
    Optional<Consent> at(Instant instant) {
        return instant.isBefore(requestedAt) ? Optional.empty() : Optional.of(now(instant));
    }

    /// The state that it is in at this instant.
    Consent now(Instant now) {
        String answerer = depicted;
        Instant answer = answeredAt;
        if (answerer == null || answer == null || now.isBefore(answer)) {
            return now.isBefore(validUntil) ? new Consent.Requested(terms()) : new Consent.Lapsed(terms(), null);
        }
        var person = new PersonId(answerer);
        if (!requireNonNull(granted)) {
            return new Consent.Refused(terms(), person, answer);
        }
        Instant withdrawal = withdrawnAt;
        if (withdrawal != null && !now.isBefore(withdrawal)) {
            return new Consent.Withdrawn(terms(), person, proof(), answer, withdrawal);
        }
        return now.isBefore(until())
                ? new Consent.Active(terms(), person, guardian(), proof(), answer)
                : new Consent.Lapsed(terms(), person);
    }

    /// A guardian's consent ends with the fourteenth birthday: from then on the person is asked.
    private Instant until() {
        Instant birthday = guardianUntil;
        return birthday != null && birthday.isBefore(validUntil) ? birthday : validUntil;
    }

    private @Nullable Guardian guardian() {
        String person = guardian;
        return person == null ? null : new Guardian(new PersonId(person), requireNonNull(guardianUntil));
    }

    private Terms terms() {
        var scope = new Scope(split(modalities, Modality::valueOf), split(models, ModelId::new), purpose, audience);
        return new Terms(
                new ConsentId(id),
                new PersonId(requester),
                scope,
                new Handler(noticeHandler, noticeContact),
                noticeVersion,
                requestedAt,
                validUntil);
    }

    private Evidence proof() {
        return new Evidence(requireNonNull(evidence), requireNonNull(evidenceHash));
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().collect(Collectors.joining(COMMA));
    }

    private static <T> Set<T> split(String joined, Function<String, T> value) {
        return AT_COMMA.splitAsStream(joined).map(value).collect(Collectors.toUnmodifiableSet());
    }
}

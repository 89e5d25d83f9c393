package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.guardian.Guardianship;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "guardianship")
class GuardianshipRow extends PanacheEntityBase {
    @Id
    String id;

    String child;

    /// Keyed hash of the link.
    String link;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    String guardian;

    @Enumerated(EnumType.STRING)
    Guardianship.@Nullable Relation relation;

    @Column(name = "notice_version")
    @Nullable
    String noticeVersion;

    @Column(name = "consented_at")
    @Nullable
    Instant consentedAt;

    @Column(name = "withdrawn_at")
    @Nullable
    Instant withdrawnAt;

    static Optional<GuardianshipRow> inForce(String child) {
        return find("child = ?1 and consentedAt is not null and withdrawnAt is null", child)
                .firstResultOptional();
    }

    Guardianship guardianship() {
        return new Guardianship(
                id,
                new PersonId(child),
                requestedAt,
                expiresAt,
                guardian == null ? null : new PersonId(guardian),
                relation,
                noticeVersion,
                consentedAt,
                withdrawnAt);
    }
}

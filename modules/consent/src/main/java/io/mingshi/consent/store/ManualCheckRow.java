package io.mingshi.consent.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.consent.visit.ManualCheck;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "manual_check")
class ManualCheckRow extends PanacheEntityBase {
    @Id
    String id;

    String consent;
    String depicted;

    @Enumerated(EnumType.STRING)
    ManualCheck.Cause cause;

    @Nullable
    String guardian;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Nullable
    String officer;

    @Nullable
    Boolean confirmed;

    @Nullable
    String reason;

    static ManualCheckRow of(ManualCheck check) {
        var row = new ManualCheckRow();
        row.id = check.id();
        row.consent = check.consent().value();
        row.depicted = check.depicted().value();
        row.cause = check.cause();
        PersonId guardian = check.guardian();
        row.guardian = guardian == null ? null : guardian.value();
        row.openedAt = check.openedAt();
        return row;
    }

    ManualCheck check() {
        Instant at = decidedAt;
        return new ManualCheck(
                id,
                new ConsentId(consent),
                new PersonId(depicted),
                cause,
                guardian == null ? null : new PersonId(guardian),
                openedAt,
                at == null
                        ? null
                        : new ManualCheck.Decision(
                                new PersonId(requireNonNull(officer)),
                                requireNonNull(confirmed),
                                requireNonNull(reason),
                                at));
    }
}

package io.mingshi.identity.store;

import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Method;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "confirmation")
class ConfirmationRow extends PanacheEntityBase {
    @Id
    String id;

    String person;

    @Enumerated(EnumType.STRING)
    Method method;

    String reference;

    @Column(name = "verified_at")
    Instant verifiedAt;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String cause;

    static List<ConfirmationRow> inForce(String person) {
        return list("person = ?1 and endedAt is null order by verifiedAt", person);
    }

    Confirmation confirmation() {
        return new Confirmation(method, reference, verifiedAt, validUntil);
    }
}

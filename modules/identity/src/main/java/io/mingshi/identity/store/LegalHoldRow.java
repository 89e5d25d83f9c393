package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.LegalHold;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "legal_hold")
class LegalHoldRow extends PanacheEntityBase {
    @Id
    String id;

    String person;

    String officer;

    @Column(name = "case_number")
    String caseNumber;

    String reason;

    @Column(name = "placed_at")
    Instant placedAt;

    Instant until;

    @Column(name = "lifted_at")
    @Nullable
    Instant liftedAt;

    LegalHold hold() {
        return new LegalHold(id, new PersonId(person), new PersonId(officer), caseNumber, reason, placedAt, until);
    }
}

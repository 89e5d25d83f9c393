package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.disclosure.Disclosure;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "disclosure")
class DisclosureRow extends PanacheEntityBase {
    @Id
    String id;

    String person;

    String officer;

    @Column(name = "case_number")
    String caseNumber;

    String reason;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Nullable
    Boolean approved;

    @Column(name = "decision_reason")
    @Nullable
    String decisionReason;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "shown_at")
    @Nullable
    Instant shownAt;

    Disclosure disclosure() {
        return new Disclosure(
                id, new PersonId(person), new PersonId(officer), caseNumber, reason, requestedAt, decision(), shownAt);
    }

    private Disclosure.@Nullable Decision decision() {
        return decidedBy == null || approved == null || decisionReason == null || decidedAt == null
                ? null
                : new Disclosure.Decision(new PersonId(decidedBy), approved, decisionReason, decidedAt);
    }
}

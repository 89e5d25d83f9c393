package io.mingshi.complaints.store;

import io.mingshi.complaints.Appeal;
import io.mingshi.complaints.Filing;
import io.mingshi.complaints.ResultLimit;
import io.mingshi.complaints.Ticket;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of the table `ticket`.
@Entity
@Table(name = "ticket")
class TicketRow extends PanacheEntityBase {
    @Id
    String number;

    @Column(name = "secret_hash")
    String secretHash;

    @Nullable
    String work;

    @Enumerated(EnumType.STRING)
    @Column(name = "found_by", columnDefinition = "text")
    Filing.FoundBy foundBy;

    @Nullable
    String link;

    @Column(name = "file_hash")
    @Nullable
    String fileHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "result_limit", columnDefinition = "text")
    ResultLimit resultLimit;

    String reason;

    byte @Nullable [] contact;

    @Column(name = "filed_at")
    Instant filedAt;

    Instant due;

    @Nullable
    String result;

    @Nullable
    Boolean upheld;

    @Nullable
    Boolean takedown;

    @Nullable
    String officer;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    @Nullable
    String appeal;

    @Nullable
    String appellant;

    @Nullable
    String decider;

    @Column(name = "second_decider")
    @Nullable
    String secondDecider;

    Ticket ticket() {
        Filing filing = filing();
        Instant resolved = resolvedAt;
        if (resolved == null) {
            return new Ticket.Open(filing);
        }
        return new Ticket.Resolved(
                filing,
                Objects.requireNonNull(result),
                Boolean.TRUE.equals(upheld),
                Boolean.TRUE.equals(takedown),
                new PersonId(Objects.requireNonNull(officer)),
                resolved);
    }

    Filing filing() {
        return new Filing(
                number,
                work == null ? null : new ProduceId(work),
                foundBy,
                link,
                fileHash,
                resultLimit,
                reason,
                filedAt,
                due,
                appeal());
    }

    private @Nullable Appeal appeal() {
        return appeal == null
                ? null
                : new Appeal(
                        appeal,
                        new PersonId(Objects.requireNonNull(appellant)),
                        new PersonId(Objects.requireNonNull(decider)),
                        secondDecider == null ? null : new PersonId(secondDecider));
    }
}

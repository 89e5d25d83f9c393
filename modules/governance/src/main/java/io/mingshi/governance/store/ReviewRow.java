package io.mingshi.governance.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.governance.Review;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "review")
class ReviewRow extends PanacheEntityBase {
    @Id
    String id;

    String model;
    String version;

    @Column(name = "reviewed_on")
    LocalDate reviewedOn;

    String findings;
    String reviewer;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Nullable
    String approver;

    @Nullable
    Boolean approved;

    @Nullable
    String reason;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    static ReviewRow of(Review review) {
        var row = new ReviewRow();
        row.id = review.id();
        row.model = review.model().value();
        row.version = review.version();
        row.reviewedOn = review.reviewedOn();
        row.findings = review.findings();
        row.reviewer = review.reviewer().value();
        row.recordedAt = review.at();
        return row;
    }

    Review review() {
        return new Review(
                id,
                new ModelId(model),
                version,
                reviewedOn,
                findings,
                new PersonId(reviewer),
                recordedAt,
                decidedAt == null
                        ? null
                        : new Review.Decision(
                                new PersonId(requireNonNull(approver)),
                                requireNonNull(approved),
                                requireNonNull(reason),
                                decidedAt));
    }
}

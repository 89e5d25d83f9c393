package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.bank.Evaluation;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evaluation")
class EvaluationRow extends PanacheEntityBase {
    @Id
    String id;

    long seed;

    @Column(name = "library_version")
    long libraryVersion;

    @Column(name = "library_hash")
    String libraryHash;

    @Column(name = "begun_by")
    String begunBy;

    @Column(name = "begun_at")
    Instant begunAt;

    @Nullable
    String report;

    @Column(name = "reported_at")
    @Nullable
    Instant reportedAt;

    Evaluation evaluation() {
        return new Evaluation(
                id, seed, libraryVersion, libraryHash, new PersonId(begunBy), begunAt, Optional.ofNullable(report));
    }
}

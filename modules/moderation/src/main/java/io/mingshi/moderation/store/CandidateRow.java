package io.mingshi.moderation.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate")
class CandidateRow extends PanacheEntityBase {
    @Id
    String id;

    String reason;
    String source;

    /// JSON, see [StoredCandidates].
    String changes;

    @Nullable
    Long target;

    String proposer;

    @Column(name = "proposed_at")
    Instant proposedAt;

    String state;

    @Nullable
    String decider;

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Nullable
    Long version;

    int percent;
}

package io.mingshi.labeling.store;

import io.mingshi.labels.PlatformDecision;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the table `intake`.
@Entity
@Table(name = "intake")
class IntakeRow extends PanacheEntityBase {
    @Id
    String number;

    String uploader;
    boolean declared;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    PlatformDecision.Notice notice;

    @Nullable
    String label;

    boolean tampered;
    String received;

    @Nullable
    String spread;

    @Column(name = "taken_in_at")
    Instant takenInAt;
}

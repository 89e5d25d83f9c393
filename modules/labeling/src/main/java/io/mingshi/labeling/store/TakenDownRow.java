package io.mingshi.labeling.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A row of the table `taken_down`.
@Entity
@Table(name = "taken_down")
class TakenDownRow extends PanacheEntityBase {
    @Id
    String decision;

    String work;

    @Column(name = "content_hash")
    @Nullable
    String contentHash;

    @Nullable
    String watermark;

    @Nullable
    String fingerprint;
}

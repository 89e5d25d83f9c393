package io.mingshi.labeling.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/// A row of the table `work`.
@Entity
@Table(name = "work")
class WorkRow extends PanacheEntityBase {
    @Id
    @Column(name = "produce_id")
    String produceId;

    @Nullable
    Long watermark;

    @Nullable
    String pixels;
}

package io.mingshi.moderation.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "bank")
class BankRow extends PanacheEntityBase {
    @Id
    String id;

    String name;
    String purpose;

    /// JSON, see [StoredBanks].
    String items;

    String hash;

    @Column(name = "imported_by")
    String importedBy;

    @Column(name = "imported_at")
    Instant importedAt;
}

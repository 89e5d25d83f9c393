package io.mingshi.consent.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "receipt_key")
class ReceiptKeyRow extends PanacheEntityBase {
    @Id
    String id;

    String jwk;
    Instant since;
}

package io.mingshi.consent.store;

import io.mingshi.consent.PublicFigures.Listed;
import io.mingshi.contracts.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "public_figure")
class PublicFigureRow extends PanacheEntityBase {
    @Id
    String name;

    String reason;

    @Column(name = "listed_by")
    String listedBy;

    @Column(name = "listed_at")
    Instant listedAt;

    Listed listed() {
        return new Listed(name, reason, new PersonId(listedBy), listedAt);
    }
}

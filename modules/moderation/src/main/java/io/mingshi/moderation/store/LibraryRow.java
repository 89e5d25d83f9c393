package io.mingshi.moderation.store;

import io.mingshi.moderation.Version;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "library")
class LibraryRow extends PanacheEntityBase {
    static final int ONLY = 1;

    @Id
    int id;

    long version;
    String hash;

    @Column(name = "published_at")
    Instant publishedAt;

    Version version() {
        return new Version(version, hash, publishedAt);
    }
}

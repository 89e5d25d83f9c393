package io.mingshi.moderation.store;

import io.mingshi.moderation.Version;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "library_version")
class VersionRow extends PanacheEntityBase {
    @Id
    long version;

    String hash;
    String action;

    @Column(name = "rule_id")
    String ruleId;

    String proposer;
    String approver;

    @Column(name = "published_at")
    Instant publishedAt;

    Version version() {
        return new Version(version, hash, publishedAt);
    }
}

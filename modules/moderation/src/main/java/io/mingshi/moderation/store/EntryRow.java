package io.mingshi.moderation.store;

import io.mingshi.contracts.moderation.LibraryEntry;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "entry")
class EntryRow extends PanacheEntityBase {
    @Id
    @Column(name = "rule_id")
    String ruleId;

    String category;
    String term;
    String reason;
    String source;
    String proposer;
    String approver;

    @Column(name = "since_version")
    long sinceVersion;

    @Column(name = "retired_version")
    @Nullable
    Long retiredVersion;

    LibraryEntry entry() {
        return new LibraryEntry(ruleId, category, term);
    }
}

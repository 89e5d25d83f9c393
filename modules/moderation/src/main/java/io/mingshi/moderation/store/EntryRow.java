package io.mingshi.moderation.store;

import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryAudience;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Origin;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An entry from one version to another; it has a second row when it came back later.
@Entity
@Table(name = "entry")
@IdClass(EntryRow.Key.class)
class EntryRow extends PanacheEntityBase {
    @Id
    @Column(name = "rule_id")
    String ruleId;

    @Id
    @Column(name = "since_version")
    long sinceVersion;

    String category;
    String term;
    String kind;
    String action;
    String audience;
    boolean pinyin;

    @Nullable
    String meaning;

    @Nullable
    Double threshold;

    String reason;
    String source;
    String proposer;
    String approver;

    @Column(name = "retired_version")
    @Nullable
    Long retiredVersion;

    static EntryRow of(LibraryEntry entry, Origin origin, long since) {
        var row = new EntryRow();
        row.ruleId = entry.ruleId();
        row.sinceVersion = since;
        row.category = entry.category();
        row.term = entry.term();
        row.kind = entry.kind().name();
        row.action = entry.action().name();
        row.audience = entry.audience().name();
        row.pinyin = entry.pinyin();
        row.meaning = entry.meaning();
        row.threshold = entry.threshold();
        row.reason = origin.reason();
        row.source = origin.source();
        row.proposer = origin.proposer().value();
        row.approver = origin.approver().value();
        return row;
    }

    LibraryEntry entry() {
        return new LibraryEntry(
                ruleId,
                category,
                term,
                EntryKind.valueOf(kind),
                EntryAction.valueOf(action),
                EntryAudience.valueOf(audience),
                pinyin,
                meaning,
                threshold);
    }

    /// The two parts of the primary key, as the mapping wants them.
    static final class Key {
        String ruleId = "";
        long sinceVersion;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.ruleId.equals(ruleId) && key.sinceVersion == sinceVersion;
        }

        @Override
        public int hashCode() {
            return Objects.hash(ruleId, sinceVersion);
        }
    }
}

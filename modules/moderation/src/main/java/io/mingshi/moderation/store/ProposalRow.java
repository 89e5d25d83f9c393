package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryAudience;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Content;
import io.mingshi.moderation.Proposal;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "proposal")
class ProposalRow extends PanacheEntityBase {
    private static final String ADD = "ADD";
    private static final String RETIRE = "RETIRE";

    @Id
    String id;

    String action;

    @Column(name = "rule_id")
    @Nullable
    String ruleId;

    String category;
    String term;
    String kind;

    @Column(name = "entry_action")
    String entryAction;

    String audience;
    boolean pinyin;

    @Nullable
    String meaning;

    @Nullable
    Double threshold;

    String reason;
    String source;
    String proposer;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Nullable
    String approver;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Nullable
    Long version;

    static ProposalRow of(Proposal proposal) {
        Content content = proposal.change().content();
        var row = new ProposalRow();
        row.id = proposal.id();
        row.action = action(proposal.change());
        row.ruleId = proposal.change() instanceof Change.Retire retire ? retire.ruleId() : null;
        row.category = content.category();
        row.term = content.term();
        row.kind = content.kind().name();
        row.entryAction = content.action().name();
        row.audience = content.audience().name();
        row.pinyin = content.pinyin();
        row.meaning = content.meaning();
        row.threshold = content.threshold();
        row.reason = proposal.reason();
        row.source = proposal.source();
        row.proposer = proposal.proposer().value();
        row.proposedAt = proposal.proposedAt();
        return row;
    }

    private static String action(Change change) {
        return change instanceof Change.Retire ? RETIRE : ADD;
    }

    Proposal proposal() {
        var content = new Content(
                category,
                term,
                EntryKind.valueOf(kind),
                EntryAction.valueOf(entryAction),
                EntryAudience.valueOf(audience),
                pinyin,
                meaning,
                threshold);
        Change change = ruleId == null ? new Change.Add(content) : new Change.Retire(ruleId, content);
        return new Proposal(id, change, reason, source, new PersonId(proposer), proposedAt);
    }
}

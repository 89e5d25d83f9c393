package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Change;
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
    static final String ADD = "ADD";
    static final String RETIRE = "RETIRE";

    @Id
    String id;

    String action;

    @Column(name = "rule_id")
    @Nullable
    String ruleId;

    String category;
    String term;
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
        var row = new ProposalRow();
        row.id = proposal.id();
        row.action = action(proposal.change());
        row.ruleId = proposal.change() instanceof Change.Retire retire ? retire.ruleId() : null;
        row.category = proposal.change().category();
        row.term = proposal.change().term();
        row.reason = proposal.reason();
        row.source = proposal.source();
        row.proposer = proposal.proposer().value();
        row.proposedAt = proposal.proposedAt();
        return row;
    }

    static String action(Change change) {
        return switch (change) {
            case Change.Add _ -> ADD;
            case Change.Retire _ -> RETIRE;
        };
    }

    Proposal proposal() {
        Change change = ruleId == null ? new Change.Add(category, term) : new Change.Retire(ruleId, category, term);
        return new Proposal(id, change, reason, source, new PersonId(proposer), proposedAt);
    }
}

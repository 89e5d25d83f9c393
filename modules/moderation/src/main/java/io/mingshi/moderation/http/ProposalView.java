package io.mingshi.moderation.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryAudience;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A proposal that waits for approval.
record ProposalView(
        String id,
        String action,
        @Nullable String ruleId,
        String category,
        String term,
        EntryKind kind,
        EntryAction verdict,
        EntryAudience audience,
        String reason,
        String source,
        PersonId proposer,
        Instant proposedAt) {
    static ProposalView of(Proposal proposal) {
        Change change = proposal.change();
        String ruleId = change instanceof Change.Retire retire ? retire.ruleId() : null;
        return new ProposalView(
                proposal.id(),
                ruleId == null ? "ADD" : "RETIRE",
                ruleId,
                change.content().category(),
                change.content().term(),
                change.content().kind(),
                change.content().action(),
                change.content().audience(),
                proposal.reason(),
                proposal.source(),
                proposal.proposer(),
                proposal.proposedAt());
    }
}

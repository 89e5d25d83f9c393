package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.ALREADY_APPROVED;
import static io.mingshi.moderation.ModerationProblem.LAST_ENTRY;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_PROPOSAL;
import static io.mingshi.moderation.ModerationProblem.OWN_PROPOSAL;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.LibraryPublished;
import io.mingshi.contracts.moderation.LibraryEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Puts an approved proposal in force as a new version of the library.
@ApplicationScoped
public class ApproveChange {
    private final Library library;
    private final Proposals proposals;
    private final ModerationFacts facts;
    private final Clock clock;

    ApproveChange(Library library, Proposals proposals, ModerationFacts facts, Clock clock) {
        this.library = library;
        this.proposals = proposals;
        this.facts = facts;
        this.clock = clock;
    }

    /// The next request is screened with the version that this returns.
    @Transactional
    public Version approve(String id, PersonId approver) {
        Version before = library.currentForChange();
        Proposal proposal = decidable(id, approver);
        long number = before.version() + 1;
        String ruleId = apply(proposal, approver, number);
        List<LibraryEntry> entries = library.entries(number);
        if (entries.isEmpty()) {
            throw LAST_ENTRY.with("add another entry first: a library without entries would screen nothing");
        }
        Rules.requireUsable(entries);
        var version = new Version(number, Version.hashOf(entries), clock.instant());
        library.publish(version, action(proposal.change()), ruleId, origin(proposal, approver));
        proposals.approved(id, approver, version.publishedAt(), number);
        facts.publish(new LibraryPublished(
                number, version.hash(), ruleId, proposal.proposer(), approver, version.publishedAt()));
        return version;
    }

    /// Two people stand behind every entry; that is the entry procedure we set for the library.
    /// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private Proposal decidable(String id, PersonId approver) {
        var found = proposals
                .findForChange(id)
                .orElseThrow(() ->
                        NO_SUCH_PROPOSAL.with("no proposal has this id: see GET /api/moderation/library/proposals"));
        if (found.approved()) {
            throw ALREADY_APPROVED.with("this proposal is in force already; propose the next change");
        }
        if (found.proposal().proposer().equals(approver)) {
            throw OWN_PROPOSAL.with("you proposed this: another reviewer or an officer has to approve it");
        }
        return found.proposal();
    }

    private String apply(Proposal proposal, PersonId approver, long version) {
        List<LibraryEntry> inForce = library.entries(version - 1);
        return switch (proposal.change()) {
            case Change.Add(Content content) -> {
                Change.requireUnlisted(content, inForce);
                LibraryEntry entry = content.entry("R-" + version);
                library.add(entry, origin(proposal, approver), version);
                yield entry.ruleId();
            }
            case Change.Retire(String ruleId, Content _) -> {
                Change.requireListed(ruleId, inForce);
                library.retire(List.of(ruleId), version);
                yield ruleId;
            }
            case Change.Restore _ -> throw new IllegalStateException("only a candidate restores entries");
        };
    }

    private static String action(Change change) {
        return change instanceof Change.Retire ? "RETIRE" : "ADD";
    }

    private static Origin origin(Proposal proposal, PersonId approver) {
        return new Origin(proposal.reason(), proposal.source(), proposal.proposer(), approver);
    }
}

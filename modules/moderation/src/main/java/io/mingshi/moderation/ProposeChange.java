package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Takes proposals to change the library; nothing changes before another person approves.
@ApplicationScoped
public class ProposeChange {
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_LISTED = 200;

    private final Library library;
    private final Proposals proposals;
    private final Ids ids;
    private final Clock clock;

    ProposeChange(Library library, Proposals proposals, Ids ids, Clock clock) {
        this.library = library;
        this.proposals = proposals;
        this.ids = ids;
        this.clock = clock;
    }

    /// Proposes an entry.
    @Transactional
    public Proposal add(Content content, String reason, String source, PersonId proposer) {
        var change = new Change.Add(content);
        Change.requireUnlisted(change.content(), inForce());
        return keep(change, reason, source, proposer);
    }

    /// Proposes to take an entry out.
    @Transactional
    public Proposal retire(String ruleId, String reason, String source, PersonId proposer) {
        LibraryEntry entry = Change.requireListed(ruleId, inForce());
        return keep(new Change.Retire(ruleId, Content.of(entry)), reason, source, proposer);
    }

    /// What waits for approval, the oldest first.
    @Transactional
    public List<Proposal> open() {
        return proposals.open(MOST_LISTED);
    }

    private Proposal keep(Change change, String reason, String source, PersonId proposer) {
        var proposal = new Proposal(
                ids.next(), change, text("reason", reason), text("source", source), proposer, clock.instant());
        proposals.keep(proposal);
        return proposal;
    }

    private List<LibraryEntry> inForce() {
        return library.entries(library.current().version());
    }

    /// @throws io.mingshi.contracts.ProblemException `PROPOSAL_INCOMPLETE` when it is empty or too long
    public static String text(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST_TEXT) {
            throw PROPOSAL_INCOMPLETE.with("give a " + what + " of 1 to " + LONGEST_TEXT + " characters");
        }
        return value.strip();
    }
}

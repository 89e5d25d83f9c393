package io.mingshi.moderation.rollout;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_CANDIDATE;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_VERSION;
import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Content;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.ProposeChange;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes candidates: imported changes, and the way back to an earlier version.
@ApplicationScoped
public class ProposeCandidate {
    /// As many changes fit into one transaction without holding the library for long.
    public static final int MOST_CHANGES = 20_000;

    private static final int MOST_LISTED = 100;

    private final Library library;
    private final Candidates candidates;
    private final Ids ids;
    private final Clock clock;

    ProposeCandidate(Library library, Candidates candidates, Ids ids, Clock clock) {
        this.library = library;
        this.candidates = candidates;
        this.ids = ids;
        this.clock = clock;
    }

    /// Entries to add, and the numbers of entries to retire.
    @Transactional
    public Candidate imported(
            List<Content> entries, List<String> retired, String reason, String source, PersonId proposer) {
        List<LibraryEntry> inForce = current();
        List<Change> changes = new ArrayList<>();
        for (String ruleId : retired) {
            LibraryEntry entry = Change.requireListed(ruleId, inForce);
            changes.add(new Change.Retire(ruleId, Content.of(entry)));
        }
        entries.forEach(entry -> changes.add(new Change.Add(entry)));
        return keep(changes, null, reason, source, proposer);
    }

    /// What makes the library again what it was in that version.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VERSION`
    @Transactional
    public Candidate rollBack(long version, String reason, PersonId proposer) {
        if (library.find(version).isEmpty()) {
            throw NO_SUCH_VERSION.with("the library never had version " + version);
        }
        List<LibraryEntry> now = current();
        List<LibraryEntry> then = library.entries(version);
        Set<LibraryEntry> kept = new HashSet<>(now);
        kept.retainAll(then);
        List<Change> changes = new ArrayList<>();
        now.stream()
                .filter(entry -> !kept.contains(entry))
                .forEach(entry -> changes.add(new Change.Retire(entry.ruleId(), Content.of(entry))));
        then.stream()
                .filter(entry -> !kept.contains(entry))
                .forEach(entry -> changes.add(new Change.Restore(entry.ruleId(), Content.of(entry))));
        return keep(changes, version, reason, "version " + version, proposer);
    }

    /// What waits for a decision, the oldest first.
    @Transactional
    public List<Candidate> open() {
        return candidates.open(MOST_LISTED);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_CANDIDATE`
    @Transactional
    public Candidate find(String id) {
        return candidates.find(id).orElseThrow(() -> NO_SUCH_CANDIDATE.with("no candidate has this id"));
    }

    private Candidate keep(
            List<Change> changes, @Nullable Long target, String reason, String source, PersonId proposer) {
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            throw PROPOSAL_INCOMPLETE.with("a candidate has 1 to " + MOST_CHANGES + " changes, not " + changes.size());
        }
        var candidate = new Candidate(
                ids.next(),
                ProposeChange.text("reason", reason),
                ProposeChange.text("source", source),
                changes,
                target,
                proposer,
                clock.instant(),
                Candidate.State.OPEN);
        // a candidate that does not fit the library now is told of at once
        candidate.appliedTo(current(), library.current().version() + 1);
        candidates.keep(candidate);
        return candidate;
    }

    private List<LibraryEntry> current() {
        return library.entries(library.current().version());
    }
}

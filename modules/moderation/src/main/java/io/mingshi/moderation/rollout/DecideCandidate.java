package io.mingshi.moderation.rollout;

import static io.mingshi.moderation.ModerationProblem.ALREADY_APPROVED;
import static io.mingshi.moderation.ModerationProblem.LAST_ENTRY;
import static io.mingshi.moderation.ModerationProblem.LIBRARY_CHANGED;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_CANDIDATE;
import static io.mingshi.moderation.ModerationProblem.OWN_PROPOSAL;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ModerationEvent.LibraryPublished;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Origin;
import io.mingshi.moderation.Rules;
import io.mingshi.moderation.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts a candidate in force as one version, or discards it.
@ApplicationScoped
public class DecideCandidate {
    private final Library library;
    private final Candidates candidates;
    private final ModerationFacts facts;
    private final Clock clock;

    DecideCandidate(Library library, Candidates candidates, ModerationFacts facts, Clock clock) {
        this.library = library;
        this.candidates = candidates;
        this.facts = facts;
        this.clock = clock;
    }

    /// The next request is screened with the version that this returns. Two people stand behind it, as behind every
    /// single change: [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm).
    @Transactional
    public Version publish(String id, PersonId approver) {
        Version before = library.currentForChange();
        Candidate candidate = open(id);
        if (candidate.proposer().equals(approver)) {
            throw OWN_PROPOSAL.with("you proposed this: another reviewer or an officer has to put it in force");
        }
        long number = before.version() + 1;
        var origin = new Origin(candidate.reason(), candidate.source(), candidate.proposer(), approver);
        List<LibraryEntry> entries = write(candidate, before.version(), number, origin);
        var version = new Version(number, Version.hashOf(entries), clock.instant());
        library.publish(version, "BATCH", id, origin);
        candidates.decided(id, Candidate.State.PUBLISHED, approver, version.publishedAt(), number);
        facts.publish(new LibraryPublished(
                number, version.hash(), id, candidate.proposer(), approver, version.publishedAt()));
        return version;
    }

    /// Nothing of it comes into force any more; its proposer may do so, too.
    @Transactional
    public void discard(String id, PersonId by) {
        open(id);
        candidates.decided(id, Candidate.State.DISCARDED, by, clock.instant(), null);
    }

    private Candidate open(String id) {
        Candidate candidate = candidates
                .findForChange(id)
                .orElseThrow(() ->
                        NO_SUCH_CANDIDATE.with("no candidate has this id: see GET /api/moderation/library/candidates"));
        if (candidate.state() != Candidate.State.OPEN) {
            throw ALREADY_APPROVED.with("this candidate is decided already; propose the next one");
        }
        return candidate;
    }

    /// What was changed between the proposal of a roll-back and its approval would stay.
    private void requireTarget(Candidate candidate, List<LibraryEntry> entries) {
        Long target = candidate.target();
        if (target != null && !entries.equals(library.entries(target))) {
            throw LIBRARY_CHANGED.with("the library changed since and would not become version " + target
                    + " again: propose the roll-back again");
        }
    }

    private List<LibraryEntry> write(Candidate candidate, long before, long number, Origin origin) {
        List<LibraryEntry> inForce = library.entries(before);
        List<LibraryEntry> entries = candidate.appliedTo(inForce, number);
        if (entries.isEmpty()) {
            throw LAST_ENTRY.with("add another entry first: a library without entries would screen nothing");
        }
        requireTarget(candidate, entries);
        Rules.requireUsable(entries);
        library.retire(
                candidate.changes().stream()
                        .filter(Change.Retire.class::isInstance)
                        .map(change -> ((Change.Retire) change).ruleId())
                        .toList(),
                number);
        Set<LibraryEntry> known = new HashSet<>(inForce);
        entries.stream().filter(entry -> !known.contains(entry)).forEach(entry -> library.add(entry, origin, number));
        return entries;
    }
}

package io.mingshi.moderation.rollout;

import static io.mingshi.moderation.ModerationProblem.ALREADY_LISTED;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_ENTRY;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Change;
import io.mingshi.moderation.Content;
import io.mingshi.moderation.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Changes that one person proposes together and another puts in force as one version.
///
/// @param target the version that a roll-back makes the library again; null for other changes
public record Candidate(
        String id,
        String reason,
        String source,
        List<Change> changes,
        @Nullable Long target,
        PersonId proposer,
        Instant proposedAt,
        State state) {
    public enum State {
        OPEN,
        PUBLISHED,
        DISCARDED
    }

    public Candidate {
        changes = List.copyOf(changes);
    }

    /// The library as it would be if this came into force as that version, in the order of its rules.
    ///
    /// @throws io.mingshi.contracts.ProblemException `ALREADY_LISTED`, `NO_SUCH_ENTRY` when a change no longer fits
    public List<LibraryEntry> appliedTo(List<LibraryEntry> inForce, long version) {
        var applied = new Application(inForce);
        int number = 0;
        for (Change change : changes) {
            number++;
            switch (change) {
                case Change.Add(var content) -> applied.add(content.entry("R-" + version + "-" + number));
                case Change.Restore(String ruleId, var content) -> applied.add(content.entry(ruleId));
                case Change.Retire(String ruleId, var _) -> applied.retire(ruleId);
            }
        }
        return applied.entries();
    }

    private static final class Application {
        private final Map<String, LibraryEntry> byRule = new HashMap<>();
        private final Map<String, String> ruleByKey = new HashMap<>();

        Application(List<LibraryEntry> inForce) {
            inForce.forEach(this::put);
        }

        void add(LibraryEntry entry) {
            String listed = ruleByKey.get(Content.of(entry).key());
            if (listed != null) {
                throw ALREADY_LISTED.with("rule " + listed + " has the term " + entry.term() + " already");
            }
            put(entry);
        }

        void retire(String ruleId) {
            LibraryEntry entry = byRule.remove(ruleId);
            if (entry == null) {
                throw NO_SUCH_ENTRY.with("no rule in force has the id " + ruleId);
            }
            ruleByKey.remove(Content.of(entry).key());
        }

        List<LibraryEntry> entries() {
            var entries = new ArrayList<>(byRule.values());
            entries.sort(Version.ORDER);
            return entries;
        }

        private void put(LibraryEntry entry) {
            byRule.put(entry.ruleId(), entry);
            ruleByKey.put(Content.of(entry).key(), entry.ruleId());
        }
    }
}

package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.ALREADY_LISTED;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_ENTRY;

import io.mingshi.contracts.moderation.LibraryEntry;
import java.util.List;

/// What a proposal would do to the library.
public sealed interface Change {
    Content content();

    /// Puts an entry into the library.
    record Add(Content content) implements Change {
        public Add {
            content = content.checked();
        }
    }

    /// Takes an entry out of the library; its rule stays known for the decisions it caused.
    record Retire(String ruleId, Content content) implements Change {}

    /// Puts an entry of an earlier version back under its own number.
    record Restore(String ruleId, Content content) implements Change {}

    /// @throws io.mingshi.contracts.ProblemException `ALREADY_LISTED`
    static void requireUnlisted(Content content, List<LibraryEntry> inForce) {
        inForce.stream()
                .filter(entry -> Content.of(entry).key().equals(content.key()))
                .findAny()
                .ifPresent(entry -> {
                    throw ALREADY_LISTED.with("rule " + entry.ruleId() + " has this term already");
                });
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_ENTRY`
    static LibraryEntry requireListed(String ruleId, List<LibraryEntry> inForce) {
        return inForce.stream()
                .filter(entry -> entry.ruleId().equals(ruleId))
                .findAny()
                .orElseThrow(() -> NO_SUCH_ENTRY.with("no rule in force has this id: see GET /api/moderation/library"));
    }
}

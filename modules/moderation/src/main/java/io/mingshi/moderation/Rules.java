package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.TERM_UNUSABLE;

import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.screening.Action;
import io.mingshi.screening.Audience;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Sought;
import io.mingshi.screening.TextClassifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Entries of the library as the rules of a screener, to try them out.
public final class Rules {
    private Rules() {}

    /// Classifiers are installed where content is generated, not here: what they would find is left out.
    ///
    /// @throws IllegalArgumentException with one sentence if an entry cannot be searched for
    public static Screener screener(List<LibraryEntry> entries) {
        Map<String, TextClassifier> silent = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CLASSIFIER)
                .map(LibraryEntry::term)
                .distinct()
                .collect(Collectors.toMap(name -> name, _ -> _ -> 0));
        return Screener.of(
                entries.stream()
                        .filter(entry -> entry.action() != EntryAction.NEWS_SOURCE)
                        .map(Rules::rule)
                        .toList(),
                silent);
    }

    /// Entries that are fine alone may not be so together: patterns share a limit, and a sign changes what is a letter.
    ///
    /// @throws io.mingshi.contracts.ProblemException `TERM_UNUSABLE`
    public static void requireUsable(List<LibraryEntry> entries) {
        try {
            screener(entries);
        } catch (IllegalArgumentException unusable) {
            throw TERM_UNUSABLE.with(String.valueOf(unusable.getMessage()));
        }
    }

    private static Rule rule(LibraryEntry entry) {
        return new Rule(
                entry.ruleId(),
                entry.category(),
                Sought.of(entry.kind().name(), entry.term(), entry.pinyin(), entry.meaning(), entry.threshold()),
                entry.action() == EntryAction.BLOCK ? Action.BLOCK : Action.REVIEW,
                Audience.valueOf(entry.audience().name()));
    }
}

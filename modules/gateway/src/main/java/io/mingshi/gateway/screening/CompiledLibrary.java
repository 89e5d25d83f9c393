package io.mingshi.gateway.screening;

import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.screening.Action;
import io.mingshi.screening.Audience;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Sought;
import io.mingshi.screening.TextClassifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A version of the feature library, ready to screen with.
///
/// @param danger sees what people say who may be in danger; empty where no entry does
/// @param results sees requests whose results a person has to look at; empty where no entry does
/// @param newsSources the units whose news may be published again
record CompiledLibrary(
        long version,
        String hash,
        Screener screener,
        Optional<Screener> danger,
        Optional<Screener> results,
        Set<String> newsSources) {
    static CompiledLibrary of(FeatureLibrary library, Map<String, TextClassifier> classifiers) {
        return new CompiledLibrary(
                library.version(),
                library.hash(),
                screener(library.entries(), classifiers),
                special(EntryAction.HAND_OVER, library.entries(), classifiers),
                special(EntryAction.REVIEW_RESULT, library.entries(), classifiers),
                library.entries().stream()
                        .filter(entry -> entry.action() == EntryAction.NEWS_SOURCE)
                        .map(LibraryEntry::term)
                        .collect(Collectors.toSet()));
    }

    /// With what decides whether a text goes on.
    static Screener screener(List<LibraryEntry> entries, Map<String, TextClassifier> classifiers) {
        return Screener.of(
                entries.stream()
                        .filter(entry -> entry.action() == EntryAction.BLOCK || entry.action() == EntryAction.REVIEW)
                        .map(CompiledLibrary::rule)
                        .toList(),
                classifiers);
    }

    /// What is exempt and how signs are read counts here, too.
    private static Optional<Screener> special(
            EntryAction action, List<LibraryEntry> entries, Map<String, TextClassifier> classifiers) {
        if (entries.stream().noneMatch(entry -> entry.action() == action)) {
            return Optional.empty();
        }
        return Optional.of(Screener.of(
                entries.stream()
                        .filter(entry -> entry.action() == action
                                || entry.kind() == EntryKind.EXEMPTION
                                || entry.kind() == EntryKind.SIGN)
                        .map(CompiledLibrary::rule)
                        .toList(),
                classifiers));
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

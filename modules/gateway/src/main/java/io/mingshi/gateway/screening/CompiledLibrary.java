package io.mingshi.gateway.screening;

import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.screening.Action;
import io.mingshi.screening.Audience;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Sought;
import io.mingshi.screening.TextClassifier;
import java.util.Map;

/// A version of the feature library, ready to screen with.
record CompiledLibrary(long version, String hash, Screener screener) {
    static CompiledLibrary of(FeatureLibrary library, Map<String, TextClassifier> classifiers) {
        var rules = library.entries().stream().map(CompiledLibrary::rule).toList();
        return new CompiledLibrary(library.version(), library.hash(), Screener.of(rules, classifiers));
    }

    private static Rule rule(LibraryEntry entry) {
        return new Rule(
                entry.ruleId(),
                entry.category(),
                Sought.of(entry.kind().name(), entry.term(), entry.pinyin(), entry.meaning(), entry.threshold()),
                Action.valueOf(entry.action().name()),
                Audience.valueOf(entry.audience().name()));
    }
}

package io.mingshi.gateway.screening;

import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;

/// A version of the feature library, ready to screen with.
record CompiledLibrary(long version, String hash, Screener screener) {
    static CompiledLibrary of(FeatureLibrary library) {
        var rules = library.entries().stream()
                .map(entry -> new Rule(entry.ruleId(), entry.category(), entry.term()))
                .toList();
        return new CompiledLibrary(library.version(), library.hash(), Screener.of(rules));
    }
}

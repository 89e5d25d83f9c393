package io.mingshi.contracts.moderation;

import java.time.Instant;
import java.util.List;

/// One published version of the feature library (DSP art. 10).
///
/// @param version counts up by one with every change
/// @param hash SHA-256 over the entries in order, so that a decision can be tied to exactly this content
public record FeatureLibrary(long version, String hash, Instant publishedAt, List<LibraryEntry> entries) {
    public FeatureLibrary {
        entries = List.copyOf(entries);
    }
}

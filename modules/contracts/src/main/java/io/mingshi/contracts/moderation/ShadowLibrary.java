package io.mingshi.contracts.moderation;

import java.util.List;

/// A candidate for the next version that is tried on live texts without deciding anything.
///
/// @param candidate its number; empty when none is tried
/// @param percent of the texts that are tried, 0 to 100; 0 when none is tried
/// @param entries the whole library as it would be
public record ShadowLibrary(String candidate, int percent, List<LibraryEntry> entries) {
    /// Nothing is tried.
    public static final ShadowLibrary NONE = new ShadowLibrary("", 0, List.of());

    public ShadowLibrary {
        entries = List.copyOf(entries);
    }
}

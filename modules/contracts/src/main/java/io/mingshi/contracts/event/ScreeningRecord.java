package io.mingshi.contracts.event;

import org.jspecify.annotations.Nullable;

/// A verdict as events carry it; it exists only where the screening really ran.
///
/// @param part what was screened: `input` or `output`
/// @param verdict `ALLOW`, `REVIEW` or `BLOCK`
/// @param ruleId the entry of the feature library that decided; null when nothing matched
/// @param category its kind of risk; null when nothing matched
/// @param libraryVersion the version of the feature library
/// @param libraryHash the hash of that version
public record ScreeningRecord(
        String part,
        String verdict,
        @Nullable String ruleId,
        @Nullable String category,
        long libraryVersion,
        String libraryHash) {}

package io.mingshi.records;

import org.jspecify.annotations.Nullable;

/// The ids in a fact by which its record is found.
///
/// @param counterpart another person whom the fact names
/// @param contentHash SHA-256 of the bytes that were delivered
/// @param watermark the id that is hidden in the content
/// @param traceId of the request that caused it
public record Links(
        @Nullable String counterpart,
        @Nullable String admission,
        @Nullable String work,
        @Nullable String consent,
        @Nullable String ticket,
        @Nullable String contentHash,
        @Nullable String watermark,
        @Nullable String traceId) {}

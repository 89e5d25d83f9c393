package io.mingshi.gateway.key;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API key as its owner sees it again: without the key itself.
///
/// @param ending the last four characters, to tell keys apart
/// @param revokedAt null while it is valid
public record ApiKey(
        String id,
        PersonId person,
        String name,
        String ending,
        Instant createdAt,
        @Nullable Instant revokedAt) {}

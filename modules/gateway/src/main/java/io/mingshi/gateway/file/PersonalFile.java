package io.mingshi.gateway.file;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import java.time.Instant;

/// A file that somebody handed in.
///
/// @param purpose as OpenAI names it, such as `user_data`
/// @param screening the verdict under which it was taken
public record PersonalFile(
        String id,
        PersonId person,
        String name,
        String purpose,
        long size,
        String contentHash,
        ScreeningRecord screening,
        Instant createdAt) {}

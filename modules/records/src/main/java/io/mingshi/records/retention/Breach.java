package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import java.time.Instant;
import java.util.List;

/// A breach as it was stated, and the notice about it.
///
/// @param affected how many persons it concerns
public record Breach(
        String id, String chinese, String english, Instant noticedAt, long affected, PersonId by, Instant at) {
    /// To whom it is to be told, and until when.
    public List<BreachDeadline.Due> deadlines() {
        return BreachDeadline.of(noticedAt);
    }

    /// SHA-256 of both texts.
    public String textHash() {
        return Sha256.of(chinese + english);
    }
}

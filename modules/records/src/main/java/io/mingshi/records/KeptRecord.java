package io.mingshi.records;

import io.mingshi.contracts.Sha256;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One record as it was found.
///
/// @param text the text as received; empty when the person's key was destroyed or the text no longer decrypts
public record KeptRecord(
        String eventId,
        String type,
        Instant occurredAt,
        Instant receivedAt,
        @Nullable String traceId,
        RetentionClass retentionClass,
        String sha256,
        Optional<String> text) {
    /// Whether the text can still be read and is the one that was received.
    boolean intact() {
        return text.map(Sha256::of).filter(sha256::equals).isPresent();
    }
}

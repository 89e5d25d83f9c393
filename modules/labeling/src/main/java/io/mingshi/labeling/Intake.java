package io.mingshi.labeling;

import io.mingshi.contracts.PersonId;
import io.mingshi.labels.PlatformDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One file that a user wants to spread, and what was decided.
///
/// @param number this platform's PropagateID for it
/// @param declared what the user answered when asked whether it is synthetic
/// @param received SHA-256 of the file as it came
/// @param spread SHA-256 of the file as it may be spread; null when nothing was handed out
public record Intake(
        String number,
        PersonId uploader,
        boolean declared,
        PlatformDecision decision,
        String received,
        @Nullable String spread,
        Instant at) {

    /// The same intake with the file that was handed out.
    Intake spreadAs(String sha256) {
        return new Intake(number, uploader, declared, decision, received, sha256, at);
    }
}

package io.mingshi.gateway.companion;

import io.mingshi.contracts.event.ScreeningRecord;

/// What is answered in a model's place.
///
/// @param screening the verdict on what the person said
public record Reply(Kind kind, String text, ScreeningRecord screening) {
    /// Why the model is not asked.
    public enum Kind {
        /// The person leaves.
        EXIT,
        /// The person may be in danger.
        HELP
    }
}

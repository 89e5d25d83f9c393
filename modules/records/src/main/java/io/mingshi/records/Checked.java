package io.mingshi.records;

import org.jspecify.annotations.Nullable;

/// A record that was compared with the evidence log.
///
/// @param proof null when none was asked for
public record Checked(
        KeptRecord kept, Logged logged, @Nullable RecordProof proof) {
    /// Whether the text can be read and is the one that was received, and nothing stored beside it was
    /// changed since the log was told.
    public boolean intact() {
        return kept.intact() && logged != Logged.DIFFERS;
    }
}

package io.mingshi.contracts.identity;

/// Why a visitor gets no further for now.
///
/// @param words one sentence that the visitor can act on
public record VisitorRefusal(Cause cause, String words) {
    /// What kind of refusal it is.
    public enum Cause {
        /// What was told cannot be an identity, however true; it was not counted as a try.
        MALFORMED,
        /// Tries or codes are used up for now.
        TOO_OFTEN,
        /// It was not confirmed, in the same words whatever was wrong.
        NOT_PROVEN
    }
}

package io.mingshi.contracts;

/// What sort of failure a [Problem] is; the edge turns it into a status of its protocol.
public enum Kind {
    /// The request itself is wrong and will be wrong again.
    INVALID,
    /// Nobody is logged in, or the credentials are not accepted.
    UNAUTHENTICATED,
    /// The caller is known and may not do this.
    FORBIDDEN,
    /// The thing asked for does not exist, or the caller may not know that it does.
    NOT_FOUND,
    /// The thing exists and its state does not allow this.
    CONFLICT,
    /// The thing was taken down and may not be shown (HTTP 451).
    BLOCKED,
    /// The request is larger than what is accepted.
    TOO_LARGE,
    /// The caller has asked too often.
    TOO_MANY,
    /// A part that must answer does not; the same request may succeed later.
    UNAVAILABLE,
    /// A fault of ours.
    INTERNAL
}

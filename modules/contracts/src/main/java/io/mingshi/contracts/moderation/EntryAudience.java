package io.mingshi.contracts.moderation;

/// Whom an entry protects.
public enum EntryAudience {
    EVERYBODY,
    /// People under 18 alone: what may affect them is not delivered to them.
    MINORS
}

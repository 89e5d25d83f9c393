package io.mingshi.screening;

/// What follows when a rule matches.
public enum Action {
    /// A person has to look at it before it goes on.
    REVIEW,
    /// It does not go on.
    BLOCK
}

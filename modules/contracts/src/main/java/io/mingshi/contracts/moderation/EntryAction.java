package io.mingshi.contracts.moderation;

/// What follows when an entry matches.
public enum EntryAction {
    BLOCK,
    /// A person has to look at it before it goes on.
    REVIEW
}

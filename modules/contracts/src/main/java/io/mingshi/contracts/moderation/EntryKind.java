package io.mingshi.contracts.moderation;

/// What an entry of the feature library looks for.
public enum EntryKind {
    /// A word or phrase.
    TERM,
    /// A pattern over letters with a longest length.
    PATTERN,
    /// A sentence to which the named classifier gives at least the entry's threshold.
    CLASSIFIER,
    /// A phrase inside which nothing is found.
    EXEMPTION,
    /// A symbol or emoji that is read as the entry's meaning.
    SIGN
}

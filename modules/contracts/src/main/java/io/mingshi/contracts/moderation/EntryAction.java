package io.mingshi.contracts.moderation;

/// What follows when an entry matches.
public enum EntryAction {
    BLOCK,
    /// A person has to look at it before it goes on.
    REVIEW,
    /// In what is asked for: it is made, and a person has to look at the result before it is handed out.
    REVIEW_RESULT,
    /// In what is said to a model for sustained emotional interaction: the model is not asked, help is
    /// offered, and a person takes over. Nothing follows elsewhere.
    HAND_OVER,
    /// Forbids nothing: the term is the name of a unit whose news may be published again.
    NEWS_SOURCE
}

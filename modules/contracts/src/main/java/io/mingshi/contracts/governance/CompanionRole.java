package io.mingshi.contracts.governance;

/// What a model for sustained emotional interaction is to a person, by the operator's own declaration.
public enum CompanionRole {
    PARTNER,
    RELATIVE,
    /// A friend, a teacher, a figure of a story.
    OTHER;

    /// Whether minors may not have it at all: Interim Measures on anthropomorphic interaction services,
    /// art. 14.
    public boolean forAdultsAlone() {
        return this != OTHER;
    }
}

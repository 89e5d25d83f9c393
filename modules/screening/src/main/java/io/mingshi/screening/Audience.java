package io.mingshi.screening;

/// For whom a text is, and for whom a rule counts.
public enum Audience {
    EVERYBODY,
    /// People under 18: the rules for everybody and those for minors alone count for them.
    MINORS;

    /// Whether a rule for this audience counts for a text that is for that one.
    boolean counts(Audience reader) {
        return this == EVERYBODY || reader == MINORS;
    }
}

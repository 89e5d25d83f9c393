package io.mingshi.labels;

/// What verification of a file comes to.
public enum Verdict {
    /// Exactly one label was read, in its place and in its form.
    COMPLIANT,
    /// A label was read, and something about it breaks the standard.
    NONCOMPLIANT,
    /// The whole file was read and holds no label.
    NOT_FOUND,
    /// The file could not be read to its end or is of a kind that is not known here; nothing follows from that.
    INCONCLUSIVE
}

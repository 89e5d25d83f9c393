package io.mingshi.contracts.identity;

/// Whether two proofs of identity are of the same person, as far as that can be told.
public enum Likeness {
    SAME,
    ANOTHER,
    /// What both proofs tell does not suffice: the national service names nobody, two documents of people born on
    /// the same day bear other numbers and names, or nothing is proven of one of them now.
    UNTOLD
}

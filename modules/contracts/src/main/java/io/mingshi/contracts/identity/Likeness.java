package io.mingshi.contracts.identity;

/// Whether two proofs of identity are of the same person, as far as that can be told.
public enum Likeness {
    SAME,
    ANOTHER,
    /// Nothing that both proofs tell can be compared: the national service names nobody, documents of two kinds
    /// bear two numbers, or nothing is proven of one of them now.
    UNTOLD
}

package io.mingshi.identity;

/// Whoever can say whether name and number belong together: the issuer of documents, a carrier, a register.
public interface Authority {
    /// What the authority found.
    enum Result {
        MATCH,
        MISMATCH,
        NO_RECORD
    }

    /// @param reference the authority's own number of this check
    record Answer(Result result, String reference) {}

    /// Asks once; no transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `AUTHORITY_UNREACHABLE` when no usable answer came in time
    Answer check(Claim claim);
}

package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;

/// The question to `identity`: do two accounts belong to the same person? Who that is, is not told.
public interface Comparisons {
    /// No transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had
    Likeness compare(PersonId one, PersonId other);
}

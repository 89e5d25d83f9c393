package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.util.Optional;

/// The questions to `identity`: do two accounts belong to the same person, and are they of a certain name? Who that
/// is, is not told.
public interface Comparisons {
    /// No transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had
    Likeness compare(PersonId one, PersonId other);

    /// The name of an account's person as a keyed hash of its [NameSpelling], which can be compared and not read;
    /// empty where no name is known, as of whom the national service proved. No transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had
    Optional<String> nameMark(PersonId account);
}

package io.mingshi.contracts.moderation;

import io.mingshi.contracts.PersonId;

/// The question to `moderation`: which sanction is in force on this account?
public interface Sanctions {
    /// Never empty: an account without sanctions is in good standing.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     nothing is granted
    AccountStanding of(PersonId person);
}

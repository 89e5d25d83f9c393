package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;

/// The question to `identity`: how far is this person's real identity proven?
public interface Standings {
    /// Never empty: a person nobody has heard of stands at [Assurance#NONE].
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     nothing is granted
    Standing of(PersonId person);
}

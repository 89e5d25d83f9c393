package io.mingshi.identity.account;

import io.mingshi.contracts.PersonId;

/// The accounts at the login; each deed may be repeated, and one on an account that is not there is done.
interface LoginAccounts {
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the login does not confirm it
    void setEnabled(PersonId person, boolean enabled);

    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the login does not confirm it
    void endSessions(PersonId person);
}

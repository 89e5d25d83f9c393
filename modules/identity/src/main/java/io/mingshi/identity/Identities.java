package io.mingshi.identity;

import io.mingshi.contracts.PersonId;

/// Where identities are kept; every method takes part in the current transaction.
public interface Identities {
    Identity find(PersonId person);

    /// As [#find], and nobody else changes this person until the transaction ends.
    Identity findForChange(PersonId person);

    /// How many other accounts are proven with this number; nobody else adds one until the transaction ends.
    ///
    /// @param number as normalised; it is looked up by its blind index, nothing is decrypted
    long othersWith(String number, PersonId person);

    void keep(Identity.Proven proven);

    /// Destroys the person's key and all that was kept.
    void erase(Identity.Erased erased);
}

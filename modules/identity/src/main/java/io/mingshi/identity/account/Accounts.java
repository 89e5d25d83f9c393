package io.mingshi.identity.account;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import java.time.Instant;
import java.util.Optional;

/// What is still to be told to the login; every method takes part in the current transaction, so that an
/// order is kept exactly when what caused it is.
public interface Accounts {
    /// What is to be done at the login.
    enum Deed {
        /// Let the account log in, or end its sessions and let it log in no longer, as its sanctions say
        /// then.
        SET_ACCESS,
        END_SESSIONS
    }

    /// @param cause why
    record Order(PersonId person, Deed deed, String cause) {}

    /// The account rests from now on.
    ///
    /// @param sanction its number
    void suspend(PersonId person, String sanction, SanctionKind kind);

    /// The account rests no longer for this sanction.
    void lift(PersonId person, String sanction);

    /// Ends the sessions of an account that may log in again.
    void endSessions(PersonId person, String cause);

    /// The severest sanction for which the account rests.
    Optional<SanctionKind> rest(PersonId person);

    /// The order that is due longest, which nobody else gets until the transaction ends.
    Optional<Order> due(Instant now);

    void done(Order order);

    void putOff(Order order, Instant until);
}

package io.mingshi.consent.visit;

import io.mingshi.consent.Terms;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Where visits are kept; every method takes part in the current transaction.
public interface Visits {
    /// Counts one more try to prove an identity through this link.
    ///
    /// @param since tries before this are forgotten
    /// @return how many there were since, with this one
    int tried(ConsentId id, Instant now, Instant since);

    /// Gives the link to this person, unless it belongs to another, and forgets the tries before.
    ///
    /// @return whether it is this person's now
    boolean bind(ConsentId id, PersonId depicted);

    /// Begins a visit; the visit before it, of the same person, ends.
    ///
    /// @param secret what the visitor's page keeps; only its hash is stored
    Visit open(Terms terms, Visitor visitor, String secret, Instant until);

    /// The visit through this link with this secret, if it is still open; nobody else changes it until the
    /// transaction ends.
    Optional<Visit> findForChange(Terms terms, String secret, Instant now);

    /// The latest visit through the link, for whoever decides by hand.
    Optional<Visit> latestForChange(Terms terms);

    /// Keeps how far the visitor came.
    void keep(Visit visit);
}

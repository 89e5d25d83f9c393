package io.mingshi.consent.visit;

import io.mingshi.consent.Terms;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Where visits are kept; every method takes part in the current transaction.
public interface Visits {
    /// Gives the link to this person, unless it belongs to another; nobody else changes the link until the
    /// transaction ends.
    ///
    /// @return whether it is this person's now
    boolean bind(ConsentId id, PersonId depicted);

    /// Whether a page of this link is open whose visitor is known to be the person and not somebody who knows
    /// their numbers.
    boolean isOpenForSure(ConsentId id, Instant now);

    /// Begins a visit; the visit before it, of the same person, ends.
    Visit open(Visit.Possession possession, Terms terms, Visitor visitor, Page page);

    /// @param secret what the page keeps; only its hash is stored
    record Page(String secret, Instant until) {
        /// Hides the secret, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Page[" + until + "]";
        }
    }

    /// The visit through this link with this secret, if it is still open; nobody else changes it until the
    /// transaction ends.
    Optional<Visit> findForChange(Terms terms, String secret, Instant now);

    /// The latest visit through the link, for whoever decides by hand.
    Optional<Visit> latestForChange(Terms terms);

    /// Keeps how far the visitor came.
    void keep(Visit visit);

    /// Keeps the page open at least until then.
    void keepOpen(Visit visit, Instant until);

    /// Deletes the visit, and what officers were to look at and did not decide.
    void forget(ConsentId id);

    /// As [#forget], for every consent whose period is over; a page that is open still stays until it closes.
    void forgetLapsed(Instant now);
}

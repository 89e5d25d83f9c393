package io.mingshi.complaints;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where tickets are kept; every method takes part in the current transaction.
public interface Tickets {
    /// @param secretHash SHA-256 of the secret that lets the complainant read the ticket
    void add(Ticket.Open ticket, String secretHash, Optional<String> contact);

    Optional<Ticket> bySecret(String secretHash);

    /// The ticket, held until the transaction ends, so that only one decision can be made.
    Optional<Ticket> lock(String number);

    void resolve(Ticket.Resolved ticket);

    /// Open tickets, the earliest due first.
    List<Waiting> open(int limit);

    /// Whether an appeal against this statement of reasons is open.
    boolean appealWaits(String statement);

    /// The latest first.
    List<Ticket> appealsOf(PersonId person, int limit);

    /// How many open tickets were due before this instant.
    long overdue(Instant now);

    /// An open ticket as officers see it.
    ///
    /// @param contact how the complainant wants to be reached; empty when not given
    record Waiting(Ticket.Open ticket, Optional<String> contact) {}
}

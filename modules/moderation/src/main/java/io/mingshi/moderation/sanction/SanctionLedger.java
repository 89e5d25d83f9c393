package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where sanctions are kept; every method takes part in the current transaction.
public interface SanctionLedger {
    void add(Sanction sanction);

    /// Nobody else changes it until the transaction ends.
    Optional<Sanction> findForChange(String number);

    /// The latest first.
    List<Sanction> of(PersonId person, int limit);

    List<Sanction> inForce(PersonId person, Instant now);

    void end(String number, Sanction.End end);

    /// Sanctions whose time is over and that nobody has ended; no other process ends them meanwhile.
    List<Sanction> expired(Instant now, int limit);

    /// When the account was last suspended by the rule on abuse, and how often it was.
    Automatic automatic(PersonId person);

    /// @param times without those that an appeal overturned
    /// @param last empty when it never was
    record Automatic(long times, Optional<Instant> last) {}
}

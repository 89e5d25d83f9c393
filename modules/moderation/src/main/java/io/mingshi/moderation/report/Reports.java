package io.mingshi.moderation.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where reports are kept; every method takes part in the current transaction.
public interface Reports {
    void add(Report report);

    /// The next report whose time for an attempt has come; no other process takes it until `busyUntil`.
    Optional<Report> take(Instant now, Instant busyUntil);

    /// @return false when another report has this receipt
    boolean receipted(String number, String receipt, Instant at);

    void failed(String number, String problem, Instant nextAttempt);

    /// The latest first.
    List<Report> latest(int limit);

    long waiting();

    /// How many were due before this instant and have no receipt.
    long overdue(Instant now);
}

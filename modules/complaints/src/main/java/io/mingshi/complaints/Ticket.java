package io.mingshi.complaints;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// A complaint on its way to its result.
public sealed interface Ticket {
    Filing filing();

    /// Nobody has decided yet.
    record Open(Filing filing) implements Ticket {
        public boolean overdue(Instant now) {
            return now.isAfter(filing.due());
        }
    }

    /// An officer decided; the complainant reads the result.
    ///
    /// @param takedown whether the work is taken down; only of an upheld complaint about a known work
    record Resolved(
            Filing filing, String result, boolean upheld, boolean takedown, PersonId officer, Instant resolvedAt)
            implements Ticket {}
}

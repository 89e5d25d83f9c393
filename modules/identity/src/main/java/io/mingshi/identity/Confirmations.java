package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where confirmations end and are remembered; every method takes part in the current transaction.
public interface Confirmations {
    /// Ends the confirmation of one method at this instant. An account of which nothing is confirmed any more leaves
    /// its
    /// place to another account of the same identity.
    void end(PersonId person, Method method, String cause, Instant at);

    /// Confirmations that ran out and were not told of yet; at most `limit`, locked for this transaction.
    List<RanOut> ranOut(Instant now, int limit);

    /// Every confirmation there ever was, the latest first.
    List<Past> history(PersonId person);

    /// A confirmation that ran out.
    record RanOut(PersonId person, Method method, Instant at) {}

    /// A confirmation, and when and why it ended.
    record Past(
            Confirmation confirmation,
            @Nullable Instant endedAt,
            @Nullable String cause) {}
}

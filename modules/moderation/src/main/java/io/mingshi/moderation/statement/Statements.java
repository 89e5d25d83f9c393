package io.mingshi.moderation.statement;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where statements of reasons are kept; every method takes part in the current transaction.
public interface Statements {
    /// @return whether it is new
    boolean add(Statement statement);

    Optional<Statement> find(String number);

    /// The latest first.
    List<Statement> of(PersonId person, int limit);

    /// Those issued from one instant to another, which is not included, in the order of their issue.
    ///
    /// @param after the number of the last one of the page before; empty for the first page
    List<Statement> between(Instant from, Instant to, String after, int limit);
}

package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.KeptRecord;
import java.util.List;

/// Finds everything that concerns a person.
public interface PersonRecords {
    /// The records about the person, those about the person's own generations, and those about others that
    /// name the person, in the order of their positions; fewer than the limit only at the end.
    ///
    /// Takes part in the current transaction.
    ///
    /// @param from the lowest position
    /// @param to the first position after them
    List<KeptRecord> of(PersonId person, long from, long to, int limit);
}

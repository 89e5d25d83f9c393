package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.KeptRecord;
import java.util.List;
import java.util.function.Consumer;

/// Finds everything that concerns a person.
public interface PersonRecords {
    /// Hands out, in the order of their positions and some hundreds at a time, the records about the person,
    /// those about the person's own generations, and those about others that name the person.
    ///
    /// Must be called in a transaction, which it reads in one state.
    void each(PersonId person, Consumer<List<KeptRecord>> reader);
}

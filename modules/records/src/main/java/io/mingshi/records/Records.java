package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import java.util.List;

/// Where records are kept and found again; every method takes part in the current transaction.
public interface Records {
    /// Keeps facts in this order.
    void keep(List<Receipt> receipts);

    /// The records that carry this id in this column, in the order in which they happened.
    List<KeptRecord> by(Column column, String id);

    /// The records about a person that have this type, in the order in which they happened.
    List<KeptRecord> ofPerson(PersonId person, String type);

    /// Records from a position on, in the order of their positions; fewer only at the end.
    List<KeptRecord> from(long position, int limit);

    /// How many positions were given.
    long next();

    /// The ids that a record can be found by.
    enum Column {
        ADMISSION,
        WORK,
        CONSENT,
        TICKET,
        CONTENT_HASH,
        WATERMARK,
        PERSON,
        COUNTERPART
    }
}

package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import java.util.List;

/// Where receipts are kept and found again; every method takes part in the current transaction.
public interface Records {
    void keep(Receipt receipt);

    /// The receipts that carry this id in this column, in the order in which they happened.
    List<KeptRecord> by(Column column, String id);

    /// What happened to a person's proof of identity, in order.
    List<KeptRecord> ofPerson(PersonId person, String type);

    /// The ids that a record can be found by.
    enum Column {
        ADMISSION,
        WORK,
        CONSENT,
        TICKET
    }
}

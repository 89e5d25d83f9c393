package io.mingshi.records.person;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.Findings;
import io.mingshi.records.LogComparison;
import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.RecordIndex;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.inject.Singleton;

/// Reads the records of a person page by page and notes each page as read, in the current transaction.
@Singleton
class PersonPages {
    private final RecordIndex index;
    private final LogComparison log;
    private final PrivilegedReads reads;

    PersonPages(RecordIndex index, LogComparison log, PrivilegedReads reads) {
        this.index = index;
        this.log = log;
        this.reads = reads;
    }

    Findings read(PersonId person, long after, Caller reader, Role privilege) {
        reads.record(reader, privilege, "by-person", person.value());
        return Findings.byPosition(log.compared(index.about(person, after, Findings.PAGE + 1)));
    }

    void recordListing(Caller reader, Role privilege) {
        reads.record(reader, privilege, "person-read-requests", "*");
    }
}

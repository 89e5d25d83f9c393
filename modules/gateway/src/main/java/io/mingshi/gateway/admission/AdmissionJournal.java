package io.mingshi.gateway.admission;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Keeps every decision, with the event that tells of it, in one transaction.
public interface AdmissionJournal {
    void admitted(Admission admission);

    void refused(Refusal refusal);

    /// What an earlier admission rests on; empty when there is none with this number.
    Optional<Stored> find(AdmissionId id);

    /// An admission as its row has it.
    record Stored(PersonId person, Admission.Grounds grounds, Instant admittedAt, String signature) {}
}

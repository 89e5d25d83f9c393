package io.mingshi.gateway.admission;

/// Keeps every decision, with the event that tells of it, in one transaction.
public interface AdmissionJournal {
    void admitted(Admission admission);

    void refused(Refusal refusal);
}

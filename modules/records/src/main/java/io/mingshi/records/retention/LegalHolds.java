package io.mingshi.records.retention;

import io.mingshi.records.retention.LegalHold.Release;
import io.mingshi.records.retention.LegalHold.Step;
import java.util.List;
import java.util.Optional;

/// Where legal holds are kept; every method takes part in the current transaction.
public interface LegalHolds {
    void keep(LegalHold requested);

    /// Nobody else changes it until the transaction ends.
    Optional<LegalHold> findForChange(String id);

    /// All of them, the newest first.
    List<LegalHold> all();

    void approved(String id, Step step);

    void releaseRequested(String id, Release release);

    void released(String id, Step step);
}

package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import java.time.Duration;
import java.util.List;

/// Keeps works and their deliveries, each with the event that tells of it, in one transaction per call.
public interface WorkJournal {
    /// Complete works, before their first byte leaves.
    ///
    /// @param holds which of them a person has to look at first
    void recorded(Admission admission, List<Labelled> works, List<Hold> holds);

    /// Works that begin to leave while they are still being made.
    void opened(Admission admission, List<ProduceId> works);

    /// Opened works, whose content is now known.
    void completed(Admission admission, List<Labelled> works);

    /// Opened works of which nothing can be recorded.
    ///
    /// @param detail one sentence that says why
    void abandoned(List<ProduceId> works, String detail);

    /// Works whose last byte has left.
    void delivered(List<ProduceId> works);

    /// Abandons works that were opened longer ago than this: no process can still be making them.
    ///
    /// @return how many there were
    int abandonOpenedBefore(Duration age);
}

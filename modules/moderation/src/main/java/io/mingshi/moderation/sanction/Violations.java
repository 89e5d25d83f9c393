package io.mingshi.moderation.sanction;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;

/// Where violations are counted; every method takes part in the current transaction.
public interface Violations {
    /// Nobody else counts this person's violations until the transaction ends.
    void lock(PersonId person);

    void add(AdmissionId admission, PersonId person, String problem, Instant at);

    /// The violations of this person after this instant and after the last work that was made without one.
    List<AdmissionId> inARow(PersonId person, Instant after);

    /// The violations of this person after `after`, from `from` to before `to`.
    List<AdmissionId> between(PersonId person, Instant after, Instant from, Instant to);

    /// Counts it no longer: the refusal was wrong.
    void forget(AdmissionId admission);
}

package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import java.util.List;

/// The question to `identity`: whom may an officer call when this person may be in danger?
public interface EmergencyContacts {
    /// Each question is kept with the officer's pseudonym.
    ///
    /// @param handOver the number of the task that the officer works on
    /// @return the guardian of a minor first, then whom the person named; empty when nobody is known
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had
    List<EmergencyContact> of(PersonId person, String handOver, PersonId officer);
}

package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// A model as an operator registered it.
///
/// @param assessedOn the day of the security assessment on which the registration rests
/// @param by the operator who answers for it
public record Registration(
        String id,
        ModelId model,
        String version,
        Set<Capability> capabilities,
        String filingNumber,
        LocalDate assessedOn,
        PersonId by,
        Instant at) {
    public Registration {
        capabilities = Set.copyOf(capabilities);
    }
}

package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.CompanionRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// A model as an operator registered it.
///
/// @param assessedOn the day of the security assessment on which the registration rests
/// @param by the operator who answers for it
/// @param companionship the roles that it plays where it is for sustained emotional interaction; empty
///     where it is not
public record Registration(
        String id,
        ModelId model,
        String version,
        Set<Capability> capabilities,
        String filingNumber,
        LocalDate assessedOn,
        PersonId by,
        Instant at,
        Set<CompanionRole> companionship) {
    public Registration {
        capabilities = Set.copyOf(capabilities);
        companionship = Set.copyOf(companionship);
    }
}

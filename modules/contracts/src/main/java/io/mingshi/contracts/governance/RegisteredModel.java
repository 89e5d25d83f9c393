package io.mingshi.contracts.governance;

import io.mingshi.contracts.ModelId;
import java.time.Instant;
import java.util.Set;

/// A model as the public may see it: its name, what it does and its filing number.
///
/// @param companionship the roles that it plays where it is for sustained emotional interaction; empty
///     where it is not
public record RegisteredModel(
        ModelId model,
        String version,
        Set<Capability> capabilities,
        String filingNumber,
        Instant registeredAt,
        Set<CompanionRole> companionship) {
    public RegisteredModel {
        capabilities = Set.copyOf(capabilities);
        companionship = companionship == null ? Set.of() : Set.copyOf(companionship);
    }
}

package io.mingshi.contracts.governance;

import io.mingshi.contracts.ModelId;
import java.time.Instant;
import java.util.Set;

/// A model as the public may see it: its name, what it does and its filing number.
public record RegisteredModel(
        ModelId model, String version, Set<Capability> capabilities, String filingNumber, Instant registeredAt) {
    public RegisteredModel {
        capabilities = Set.copyOf(capabilities);
    }
}

package io.mingshi.governance.http;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.governance.Registration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// A registration as its operator sees it.
record RegistrationView(
        ModelId model,
        String version,
        Set<Capability> capabilities,
        String filingNumber,
        LocalDate assessedOn,
        Instant registeredAt,
        Set<CompanionRole> companionship) {
    static RegistrationView of(Registration registration) {
        return new RegistrationView(
                registration.model(),
                registration.version(),
                registration.capabilities(),
                registration.filingNumber(),
                registration.assessedOn(),
                registration.at(),
                registration.companionship());
    }
}

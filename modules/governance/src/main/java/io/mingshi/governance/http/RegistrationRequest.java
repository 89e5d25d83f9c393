package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_MISSING;
import static io.mingshi.governance.GovernanceProblem.CAPABILITY_UNKNOWN;
import static io.mingshi.governance.GovernanceProblem.REGISTRATION_INCOMPLETE;

import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.governance.RegisterModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an operator sends to register a model.
///
/// @param companionship the roles that it plays where it is for sustained emotional interaction; null
///     where it is not
record RegistrationRequest(
        @Nullable String version,
        @Nullable List<@Nullable String> capabilities,
        @Nullable String filingNumber,
        @Nullable String assessedOn,
        @Nullable List<@Nullable String> companionship) {
    static RegistrationRequest present(@Nullable RegistrationRequest request) {
        if (request == null) {
            throw REGISTRATION_INCOMPLETE.with(
                    "send a JSON body with version, capabilities, filingNumber and assessedOn");
        }
        return request;
    }

    RegisterModel.Request checked() {
        if (capabilities == null) {
            throw REGISTRATION_INCOMPLETE.with("name at least one capability of the model");
        }
        var known = capabilities.stream().map(RegistrationRequest::capability).collect(Collectors.toSet());
        return new RegisterModel.Request(
                version == null ? "" : version,
                known,
                filingNumber == null ? "" : filingNumber,
                date(assessedOn),
                roles());
    }

    private Set<CompanionRole> roles() {
        return companionship == null
                ? Set.of()
                : companionship.stream().map(RegistrationRequest::role).collect(Collectors.toSet());
    }

    private static CompanionRole role(@Nullable String name) {
        return Arrays.stream(CompanionRole.values())
                .filter(role -> role.name().equals(name))
                .findAny()
                .orElseThrow(() -> REGISTRATION_INCOMPLETE.with(
                        "companionship lists the roles of " + Arrays.toString(CompanionRole.values())));
    }

    static Capability capability(@Nullable String name) {
        return Arrays.stream(Capability.values())
                .filter(capability -> capability.name().equals(name))
                .findAny()
                .orElseThrow(() ->
                        CAPABILITY_UNKNOWN.with("a capability is one of " + Arrays.toString(Capability.values())));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            var problem = ASSESSMENT_MISSING.with("assessedOn is a day such as 2026-11-22");
            problem.initCause(e);
            throw problem;
        }
    }
}

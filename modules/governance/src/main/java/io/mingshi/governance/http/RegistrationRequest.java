package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_MISSING;
import static io.mingshi.governance.GovernanceProblem.CAPABILITY_UNKNOWN;
import static io.mingshi.governance.GovernanceProblem.REGISTRATION_INCOMPLETE;

import io.mingshi.contracts.governance.Capability;
import io.mingshi.governance.RegisterModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an operator sends to register a model.
record RegistrationRequest(
        @Nullable String version,
        @Nullable List<@Nullable String> capabilities,
        @Nullable String filingNumber,
        @Nullable String assessedOn) {
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
                version == null ? "" : version, known, filingNumber == null ? "" : filingNumber, date(assessedOn));
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

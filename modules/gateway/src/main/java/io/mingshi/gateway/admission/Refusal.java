package io.mingshi.gateway.admission;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A request that got nothing, and why.
///
/// @param problem the name of the problem
/// @param screening the verdict that refused; null when it was not a verdict that did
public record Refusal(
        AdmissionId admission,
        PersonId person,
        ModelId model,
        String problem,
        String detail,
        @Nullable ScreeningRecord screening,
        String inputHash,
        Instant refusedAt) {}

package io.mingshi.moderation;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A generation that a rule of the library refused: who, what rule, which library; never the text itself.
///
/// @param id the id of the event that told of it; later refusals have greater ids
/// @param inputHash SHA-256 of the input as screened; null when it was not told
public record RefusedGeneration(
        String id,
        AdmissionId admission,
        PersonId person,
        ModelId model,
        String problem,
        ScreeningRecord screening,
        @Nullable String inputHash,
        Instant refusedAt) {}

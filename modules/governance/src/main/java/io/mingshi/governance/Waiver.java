package io.mingshi.governance;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// An officer's decision that results of a model, of one kind, leave without a verdict on themselves.
///
/// @param by the officer who answers for it
public record Waiver(
        String id, ModelId model, ContentKind kind, String reason, PersonId by, Instant until, Instant at) {}

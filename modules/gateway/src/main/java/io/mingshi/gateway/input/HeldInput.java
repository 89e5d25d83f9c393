package io.mingshi.gateway.input;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A picture, a sound or a file that somebody handed in, and what a person says to it.
///
/// @param review the number under which it is held
/// @param request the request that it came with, which was refused for now
/// @param sha256 of the bytes as they were handed in
/// @param reason why a person has to look
/// @param released whether the same may be handed in again; null until somebody decided
/// @param decision why it was decided so; null until it was
public record HeldInput(
        String review,
        AdmissionId request,
        PersonId owner,
        ModelId model,
        ContentKind kind,
        String mediaType,
        String sha256,
        String reason,
        Instant heldAt,
        @Nullable Boolean released,
        @Nullable String decision,
        @Nullable Instant decidedAt) {}

package io.mingshi.moderation.bank;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.Optional;

/// One measurement: a sample of the banks, drawn by a seed, against one version of the library.
///
/// @param report the signed report, once there is one
public record Evaluation(
        String id,
        long seed,
        long libraryVersion,
        String libraryHash,
        PersonId begunBy,
        Instant begunAt,
        Optional<String> report) {}

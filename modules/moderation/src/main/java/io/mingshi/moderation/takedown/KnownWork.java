package io.mingshi.moderation.takedown;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A work of the gateway: whose it is, and by what a re-upload is known.
///
/// @param contentHash SHA-256 of the labelled bytes
/// @param watermark the number hidden in it, 16 hexadecimal digits; null where none is
/// @param fingerprint the PDQ hash of a picture, 64 hexadecimal digits; null for other media
public record KnownWork(
        ProduceId work,
        AdmissionId admission,
        PersonId owner,
        ContentKind kind,
        String contentHash,
        @Nullable String watermark,
        @Nullable String fingerprint,
        Instant recordedAt) {}

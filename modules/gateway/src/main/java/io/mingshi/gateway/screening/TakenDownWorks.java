package io.mingshi.gateway.screening;

import io.mingshi.contracts.ProduceId;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.util.Optional;

/// Knows works that are taken down again; one that is restored is forgotten here by that alone.
public interface TakenDownWorks {
    /// Whether there are any.
    boolean any();

    /// The work with exactly these bytes.
    Optional<ProduceId> withHash(String sha256);

    /// The work that this picture shows, also resized, recompressed or slightly changed.
    Optional<ProduceId> like(PictureFingerprint fingerprint);

    /// The work in which this number is hidden.
    ///
    /// @param watermark 16 hexadecimal digits
    Optional<ProduceId> withWatermark(String watermark);
}

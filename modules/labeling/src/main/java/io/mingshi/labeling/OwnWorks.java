package io.mingshi.labeling;

import java.util.Optional;

/// The works of this provider, as far as they help to read labels.
public interface OwnWorks {
    /// Notes a work; one that is known already stays as it is.
    ///
    /// @param watermark the number hidden in it, if watermarks are in use
    /// @param pixels SHA-256 of its pixels, for a picture that this service labelled itself
    /// @return whether it is new
    boolean add(String produceId, Optional<Long> watermark, Optional<String> pixels);

    boolean has(String produceId);

    Optional<String> byWatermark(long watermark);

    Optional<String> byPixels(String sha256);
}

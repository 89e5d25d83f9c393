package io.mingshi.labels;

import java.util.Optional;

/// The works of the provider who reads a file, so that a removed, moved or invented label shows
/// ([LAB-10](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)).
public interface KnownWorks {
    /// Whether labels of this producer are of the reader's own making.
    boolean isOwn(String contentProducer);

    /// Whether the reader made a work of this number.
    boolean hasProduced(String produceId);

    /// The number of the work with this watermark.
    Optional<String> byWatermark(long id);

    /// The number of the work that consists of these pixels, whatever the metadata around them.
    ///
    /// @param sha256 as [VerificationReport#pixels()] gives it
    Optional<String> byPixels(String sha256);
}

package io.mingshi.labeling;

import io.mingshi.labels.fingerprint.PictureFingerprint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Works that were taken down, so that they do not come back as files.
public interface TakenDown {
    /// By what a work is known again; what is null is not known.
    ///
    /// @param sha256 of the labelled bytes
    /// @param watermark 16 hexadecimal digits
    /// @param fingerprint 64 hexadecimal digits
    record Traces(
            @Nullable String sha256,
            @Nullable String watermark,
            @Nullable String fingerprint) {}

    /// @param decision the number of the takedown
    void add(String decision, String work, Traces traces);

    /// Forgets a takedown that was taken back.
    void remove(String decision);

    boolean any();

    /// The takedown of the work that a file is, or looks like.
    Optional<String> find(String sha256, Optional<String> watermark, Optional<PictureFingerprint> fingerprint);
}

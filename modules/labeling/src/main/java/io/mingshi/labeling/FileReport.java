package io.mingshi.labeling;

import io.mingshi.labels.Finding;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.container.Perceived;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that was seen in a file, and what it means.
///
/// @param mediaType the format that the bytes themselves show; null when it is not known
/// @param label the seven items of the AIGC object (GB 45438-2025 annex E); null when none could be read
/// @param producer whose label it is; null without a label
/// @param mark where the visible label stands, in shares of the picture's width and height; null when none was seen
/// @param sha256 of the file, so that a report can be kept beside it
public record FileReport(
        Verdict verdict,
        Sentence meaning,
        @Nullable String mediaType,
        @Nullable Label label,
        @Nullable Producer producer,
        Perceived.@Nullable Box mark,
        List<Seen> findings,
        String sha256) {

    /// The AIGC object; of an individual producer the code is masked.
    public record Label(
            String label,
            String contentProducer,
            String produceId,
            String reservedCode1,
            String contentPropagator,
            String propagateId,
            String reservedCode2) {}

    /// One finding.
    ///
    /// @param weight whether it is a note, a fault or a doubt
    /// @param wants what the standard wants there
    public record Seen(
            Finding.Layer layer,
            Sentence layerName,
            String location,
            Finding.Code code,
            Finding.Weight weight,
            Sentence meaning,
            String wants) {}
}

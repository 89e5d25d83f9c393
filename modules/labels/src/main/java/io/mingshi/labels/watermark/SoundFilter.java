package io.mingshi.labels.watermark;

/// Changes sound as it passes by, holding back no more than it needs.
public interface SoundFilter {
    /// Takes the next samples and gives those that are ready.
    ///
    /// @param samples interleaved, -1 to 1, whole frames
    float[] next(float[] samples);

    /// The samples that were held back; the sum of all that was given is as long as what was taken.
    float[] end();
}

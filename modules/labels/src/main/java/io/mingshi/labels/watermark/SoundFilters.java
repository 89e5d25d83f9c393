package io.mingshi.labels.watermark;

/// Opens a filter for each sound, whose form is known only when it is decoded.
@FunctionalInterface
public interface SoundFilters {
    /// A new filter.
    ///
    /// @param rate frames per second
    SoundFilter open(int channels, int rate);
}

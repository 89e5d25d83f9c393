package io.mingshi.labels.watermark;

/// Changes the frames of a film as they pass by.
@FunctionalInterface
public interface FrameFilter {
    /// Changes one frame in place.
    ///
    /// @param luma 8 bits per pixel, row by row without padding
    /// @param index of the frame, from 0
    void apply(byte[] luma, int width, int height, long index);
}

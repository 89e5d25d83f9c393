package io.mingshi.labels.container;

/// Width and height of a picture as its header states them, before anything is decoded.
public record Size(int width, int height) {
    /// Width times height.
    public long pixels() {
        return (long) width * height;
    }
}

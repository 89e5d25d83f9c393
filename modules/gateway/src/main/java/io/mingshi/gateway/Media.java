package io.mingshi.gateway;

import io.mingshi.labels.MediaType;

/// The bytes of a picture or a sound with their format; never changed.
public final class Media {
    private final MediaType type;
    private final byte[] bytes;

    public Media(MediaType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes.clone();
    }

    public MediaType type() {
        return type;
    }

    /// A copy of the content.
    public byte[] bytes() {
        return bytes.clone();
    }
}

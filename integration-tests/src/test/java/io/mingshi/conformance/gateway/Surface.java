package io.mingshi.conformance.gateway;

import java.util.List;

/// The addresses under which content goes in or comes out.
enum Surface {
    CHAT("/v1/chat/completions", "chat", true),
    RESPONSES("/v1/responses", "chat", true),
    MESSAGES("/v1/messages", "chat", true),
    IMAGES("/v1/images/generations", "image", true),
    EDITS("/v1/images/edits", "edit", true),
    VARIATIONS("/v1/images/variations", "edit", false),
    SPEECH("/v1/audio/speech", "speech", true),
    TRANSCRIPTIONS("/v1/audio/transcriptions", "transcription", true),
    FILES("/v1/files", "", false),
    MODERATIONS("/v1/moderations", "", false),
    VIDEOS("/v1/videos", "video", false);

    private final String path;
    private final String model;
    private final boolean streams;

    Surface(String path, String model, boolean streams) {
        this.path = path;
        this.model = model;
        this.streams = streams;
    }

    String path() {
        return path;
    }

    /// The kind of model that it needs; empty for none.
    String model() {
        return model;
    }

    boolean conversation() {
        return this == CHAT || this == RESPONSES || this == MESSAGES;
    }

    /// Whole, and as server-sent events where the protocol has them.
    List<Boolean> modes() {
        return streams ? List.of(false, true) : List.of(false);
    }
}

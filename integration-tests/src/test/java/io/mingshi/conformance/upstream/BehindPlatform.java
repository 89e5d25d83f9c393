package io.mingshi.conformance.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/// The model's server behind this project's own platform, and the settings that put it there.
public final class BehindPlatform {
    /// By kind.
    public static final Map<String, String> MODELS = Map.of(
            "chat", "conformance-chat",
            "image", "conformance-image",
            "edit", "conformance-edit",
            "speech", "conformance-speech",
            "transcription", "conformance-transcription",
            "video", "conformance-video");

    public static final ModelServer SERVER = start();

    private static final String UPSTREAM = "mingshi.gateway.upstreams.conformance.";
    private static final String MEDIA = "mingshi.gateway.media.";

    private BehindPlatform() {}

    /// @param folder for the list of known pictures
    public static Map<String, String> settings(Path folder) throws IOException {
        Material.writeTo(folder);
        return Map.of(
                UPSTREAM + "url", SERVER.base(),
                UPSTREAM + "models", String.join(",", MODELS.values()),
                MEDIA + "known.conformance.file",
                        folder.resolve("known-pictures.txt").toAbsolutePath().toString(),
                MEDIA + "known.conformance.category", "A.1-4",
                MEDIA + "transcription.url", SERVER.base(),
                MEDIA + "transcription.model", ModelServer.TRANSCRIBER);
    }

    private static ModelServer start() {
        try {
            return ModelServer.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port is free for the model's server", e);
        }
    }
}

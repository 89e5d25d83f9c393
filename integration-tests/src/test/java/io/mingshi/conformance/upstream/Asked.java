package io.mingshi.conformance.upstream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// One request that reached the model's server.
public record Asked(String method, String path, byte[] body) {
    /// Questions that screening itself asks are none to a model that generates.
    boolean generation() {
        boolean screening = path.endsWith("/audio/transcriptions")
                && new String(body, ISO_8859_1).contains(ModelServer.TRANSCRIBER);
        return method.equals("POST") && !screening && !path.endsWith("/moderations");
    }

    public String text() {
        return new String(body, UTF_8);
    }
}

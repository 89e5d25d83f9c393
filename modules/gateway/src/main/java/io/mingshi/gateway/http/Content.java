package io.mingshi.gateway.http;

import io.mingshi.gateway.Media;
import io.mingshi.labels.MediaType;
import jakarta.ws.rs.core.Response;

/// Sends a work so that a browser shows it as what it is and as nothing else.
final class Content {
    private Content() {}

    static Response of(Media media) {
        String type = media.type() == MediaType.TEXT
                ? "text/plain;charset=UTF-8"
                : media.type().mimeType();
        return Response.ok(media.bytes(), type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "no-store")
                .build();
    }
}

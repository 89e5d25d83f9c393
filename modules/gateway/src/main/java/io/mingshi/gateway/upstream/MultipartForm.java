package io.mingshi.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.gateway.Media;
import io.mingshi.servicekit.id.Secrets;
import java.util.ArrayList;
import java.util.List;

/// Writes `multipart/form-data` (RFC 7578).
final class MultipartForm {
    private final String boundary = "mingshi-" + Secrets.next();
    private final List<byte[]> parts = new ArrayList<>();

    MultipartForm field(String name, String value) {
        parts.add(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8));
        return this;
    }

    MultipartForm file(String name, Media media) {
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"upload."
                        + media.type().ending() + "\"\r\nContent-Type: "
                        + media.type().mimeType() + "\r\n\r\n")
                .getBytes(UTF_8));
        parts.add(media.bytes());
        parts.add("\r\n".getBytes(UTF_8));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    List<byte[]> parts() {
        List<byte[]> whole = new ArrayList<>(parts);
        whole.add(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return whole;
    }
}

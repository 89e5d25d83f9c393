package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Asks an OpenAI-compatible server: `POST …/audio/transcriptions` with the answer as plain text.
public final class TranscriptionServer implements Transcriber {
    private static final int MOST_TEXT = 4 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final URI address;
    private final String key;
    private final String model;
    private final Duration limit;

    /// @param base such as `http://127.0.0.1:9000/v1`
    /// @param key sent as the bearer; empty where the server wants none
    public TranscriptionServer(URI base, String key, String model, Duration limit) {
        this.address = URI.create(base.toString().replaceAll("/+$", "") + "/audio/transcriptions");
        this.key = key;
        this.model = model;
        this.limit = limit;
    }

    @Override
    public String name() {
        return "transcript:" + model;
    }

    @Override
    public String transcribe(byte[] sound, String fileName) {
        String boundary = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextLong())
                .repeat(2);
        var request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(form(boundary, sound, fileName)));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return text(answer.statusCode(), body.readNBytes(MOST_TEXT + 1));
            }
        } catch (IOException e) {
            throw UnscreenableException.check("the transcription server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnscreenableException.check("the transcription was interrupted", e);
        }
    }

    private static String text(int status, byte[] body) {
        if (status != 200 || body.length > MOST_TEXT) {
            throw UnscreenableException.check(
                    "the transcription server answered " + status + " with " + body.length + " bytes", null);
        }
        return new String(body, UTF_8);
    }

    private byte[] form(String boundary, byte[] sound, String fileName) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(field(boundary, "model", model));
        form.writeBytes(field(boundary, "response_format", "text"));
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName.replaceAll("[^A-Za-z0-9._-]", "_")
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(sound);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }

    private static byte[] field(String boundary, String name, String value) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(UTF_8);
    }
}

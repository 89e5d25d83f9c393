package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        return text(whole(request.build()));
    }

    /// The timeout of a request ends with the head of its answer; this one holds for the body, too.
    private HttpResponse<byte[]> whole(HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_TEXT));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw UnscreenableException.check(
                    "the transcription server took longer than " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw UnscreenableException.check(
                    "the transcription server does not answer, or answers too much", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnscreenableException.check("the transcription was interrupted", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw UnscreenableException.check("the transcription server answered " + answer.statusCode(), null);
        }
        return new String(answer.body(), UTF_8);
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

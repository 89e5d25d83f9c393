package io.mingshi.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks `identity` over HTTP, in the name of the person who is logging in.
final class AskIdentity {
    private static final Logger LOG = Logger.getLogger(AskIdentity.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/api/identity/login-step";
    private static final Duration FOR_STANDING = Duration.ofSeconds(3);
    /// Longer than identity gives its authorities.
    private static final Duration FOR_VERIFICATION = Duration.ofSeconds(12);

    private static final int MAX_ANSWER = 65_536;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int CLIENT_ERRORS = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int SERVER_ERRORS = 500;

    private final HttpClient http;
    private final String address;
    private final String token;

    AskIdentity(HttpClient http, String address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    private record Reply(int status, JsonNode body) {}

    private interface Reading {
        Answer of(Reply reply);
    }

    /// [Answer.Proven], [Answer.Unproven] or [Answer.Unanswered].
    Answer standing() {
        return ask("", FOR_STANDING, HttpRequest.newBuilder().GET(), AskIdentity::standing);
    }

    /// [Answer.Proven], [Answer.Refused] or [Answer.Unanswered].
    ///
    /// @param fields what the person typed, and the address that it came from
    Answer verify(Map<String, String> fields) {
        return ask("", FOR_VERIFICATION, posted(fields), AskIdentity::verification);
    }

    /// [Answer.Given], [Answer.Refused] or [Answer.Unanswered]; so the two below.
    Answer sendCode(Map<String, String> mobileAndAddress) {
        return ask("/mobile-codes", FOR_STANDING, posted(mobileAndAddress), reply -> given(reply, ACCEPTED));
    }

    Answer challenge() {
        return ask("/national-challenges", FOR_STANDING, posted(Map.of()), reply -> given(reply, CREATED));
    }

    Answer askGuardian() {
        return ask("/guardian-requests", FOR_STANDING, posted(Map.of()), reply -> given(reply, CREATED));
    }

    private static HttpRequest.Builder posted(Map<String, String> fields) {
        try {
            return HttpRequest.newBuilder()
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields)));
        } catch (IOException e) {
            throw new IllegalStateException("text can always be written as JSON", e);
        }
    }

    private static Answer standing(Reply reply) {
        String assurance = reply.body().path("assurance").asText("");
        if (reply.status() != OK || assurance.isEmpty()) {
            return new Answer.Unanswered();
        }
        return assurance.equals("NONE")
                ? new Answer.Unproven(Stand.of(
                        reply.body().path("state").asText(""),
                        reply.body().path("unnamed").asBoolean(false)))
                : new Answer.Proven();
    }

    private static Answer verification(Reply reply) {
        return refusal(reply)
                .orElseGet(() -> reply.status() == CREATED ? new Answer.Proven() : new Answer.Unanswered());
    }

    private static Answer given(Reply reply, int expected) {
        return refusal(reply)
                .orElseGet(() -> reply.status() == expected && reply.body().hasNonNull("given")
                        ? new Answer.Given(reply.body().path("given").asText())
                        : new Answer.Unanswered());
    }

    private static Optional<Answer> refusal(Reply reply) {
        boolean refused = reply.status() >= CLIENT_ERRORS
                && reply.status() < SERVER_ERRORS
                && reply.status() != UNAUTHORIZED
                && reply.body().hasNonNull("code");
        return refused
                ? Optional.of(
                        new Answer.Refused(Refusal.of(reply.body().path("code").asText())))
                : Optional.empty();
    }

    /// Whatever goes wrong is no answer; the reason goes to the log, without what the person typed.
    private Answer ask(String path, Duration patience, HttpRequest.Builder question, Reading reading) {
        try {
            HttpRequest request = question.uri(URI.create(address + PATH + path))
                    .timeout(patience)
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            Answer answer = reading.of(new Reply(response.statusCode(), read(response.body())));
            if (answer instanceof Answer.Unanswered) {
                LOG.warnf("identity answered %d, which says nothing", (Object) response.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unanswered();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("identity does not answer: %s", e);
            return new Answer.Unanswered();
        }
    }

    private static JsonNode read(InputStream body) throws IOException {
        try (body) {
            return JSON.readTree(body.readNBytes(MAX_ANSWER));
        }
    }
}

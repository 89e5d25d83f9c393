package io.mingshi.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens of the demo people from the OpenID Connect provider, renewed before they expire.
public final class Logins {
    /// Shorter than the realm's five minutes.
    private static final Duration KEPT = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final StackFile stack;

    public Logins(StackFile stack) {
        this.stack = stack;
    }

    /// @param person such as `alice`
    public String of(String person) throws IOException {
        Token kept = tokens.get(person);
        if (kept == null || kept.until().isBefore(Instant.now())) {
            kept = new Token(fetch(person), Instant.now().plus(KEPT));
            tokens.put(person, kept);
        }
        return kept.value();
    }

    /// Forgets the token of a person, so that the next one is another.
    public void forget(String person) {
        tokens.remove(person);
    }

    private String fetch(String person) throws IOException {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        stack.get("client.id"),
                        "client_secret",
                        stack.get("client.secret"),
                        "username",
                        person,
                        "password",
                        stack.get("people." + person))
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create(stack.get("keycloak.realm-url") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("Keycloak does not log " + person + " in: " + response.body());
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while logging in", e);
        }
    }

    private record Token(String value, Instant until) {}
}

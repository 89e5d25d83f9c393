package io.mingshi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens of the demo people, from the real Keycloak.
public final class Tokens {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final Map<String, Token> CACHE = new ConcurrentHashMap<>();

    private Tokens() {}

    /// @param person such as `alice`
    public static String of(String person) {
        return token(LocalStack.properties(), person).value();
    }

    /// Forgets the token of a person, so that the next one is another.
    public static void forget(String person) {
        CACHE.keySet().removeIf(key -> key.endsWith(" " + person));
    }

    /// @param stack the addresses and credentials of the stack to ask
    public static String of(Properties stack, String person) {
        return token(stack, person).value();
    }

    /// The token of the platform itself, with the role `service`.
    public static String ofService() {
        Properties stack = LocalStack.properties();
        return fetch(stack, Map.of("grant_type", "client_credentials"));
    }

    private static Token token(Properties stack, String person) {
        return CACHE.compute(stack.getProperty("keycloak.url") + " " + person, (_, cached) -> {
            if (cached != null && cached.until().isAfter(Instant.now())) {
                return cached;
            }
            String password = stack.getProperty("people." + person);
            return new Token(
                    fetch(stack, Map.of("grant_type", "password", "username", person, "password", password)),
                    Instant.now().plus(KEPT));
        });
    }

    private static String fetch(Properties stack, Map<String, String> grant) {
        var form = new TreeMap<>(grant);
        form.put("client_id", stack.getProperty("client.id"));
        form.put("client_secret", stack.getProperty("client.secret"));
        form.put("scope", "openid");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create(stack.getProperty("keycloak.realm-url") + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gives no token: " + response.body());
            }
            return JsonPath.from(response.body()).getString("access_token");
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Keycloak", e);
        }
    }

    private record Token(String value, Instant until) {}
}

package io.mingshi.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.mingshi.client.Logins;
import io.mingshi.client.StackFile;
import io.mingshi.conformance.upstream.BehindPlatform;
import io.mingshi.system.PlatformProcess;
import io.mingshi.testkit.LocalStack;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The provider under test, as each kind of caller sees it.
///
/// Alice and Bob are verified, by constructed numbers, and Bob by his mobile number too; Carol never is. Rita
/// and Ron review, Olga and Otto are officers, Ines inspects, Oscar operates.
public final class Provider {
    private static final Map<String, Map<String, String>> IDENTITIES = Map.of(
            "alice", Map.of("method", "ID_DOCUMENT", "name", "测试用户甲", "number", "110000190001010012"),
            "bob", Map.of("method", "ID_DOCUMENT", "name", "测试用户乙", "number", "110000190001010020"));
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();
    private static final Provider TESTED = find();

    private final String base;
    private final Properties stack;
    private final Logins logins;
    private final @Nullable PlatformProcess platform;

    private Provider(String base, Properties stack, @Nullable PlatformProcess platform) {
        this.base = base;
        this.stack = stack;
        this.logins = new Logins(StackFile.of(stack));
        this.platform = platform;
    }

    public static String base() {
        return TESTED.base;
    }

    /// This project's platform, where the suite started it itself.
    public static Optional<PlatformProcess> platform() {
        return Optional.ofNullable(TESTED.platform);
    }

    /// Somebody who is not logged in.
    static RequestSpecification stranger() {
        return RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset(UTF_8))
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset(UTF_8)))
                .baseUri(TESTED.base);
    }

    /// A logged-in person; Alice and Bob are verified by then.
    public static RequestSpecification person(String name) {
        if (IDENTITIES.containsKey(name)) {
            KEYS.computeIfAbsent(name, Provider::verifiedWithKey);
        }
        return holding(token(name));
    }

    /// Waits until the sessions that a person had are over, and logs in again.
    static void logInAgain(String name) {
        awaitLogout(name);
        logInAnew(name);
    }

    /// Waits until the sessions that a person had are over.
    static void awaitLogout(String name) {
        String old = token(name);
        await().atMost(SOON).until(() -> holding(old).get("/api/identity/me").statusCode() == 401);
    }

    /// Logs in as soon as that is possible again.
    static void logInAnew(String name) {
        await().ignoreExceptionsMatching(UncheckedIOException.class::isInstance)
                .atMost(SOON)
                .until(() -> {
                    TESTED.logins.forget(name);
                    return holding(token(name)).get("/api/identity/me").statusCode() == 200;
                });
    }

    /// A program with the API key of a verified person.
    static RequestSpecification programOf(String name) {
        return holding(keyOf(name));
    }

    /// The API key of a verified person.
    public static String keyOf(String name) {
        return KEYS.computeIfAbsent(name, Provider::verifiedWithKey);
    }

    static RequestSpecification holding(String credential) {
        return stranger().header("Authorization", "Bearer " + credential);
    }

    private static String token(String name) {
        try {
            return TESTED.logins.of(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String verifiedWithKey(String name) {
        String assurance = holding(token(name)).get("/api/identity/me").path("standing.assurance");
        if (!"ID_DOCUMENT".equals(assurance)) {
            verify(name, IDENTITIES.get(name));
        }
        return holding(token(name))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "conformance"))
                .post("/api/gateway/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    /// Once more, with a code that reaches the person's mobile number: only who holds something consents.
    static void showsMobileNumber(String name, String mobile) {
        if (Boolean.TRUE.equals(person(name).get("/api/identity/me").path("standing.possession"))) {
            return;
        }
        String earlier = lastCode(mobile);
        person(name)
                .contentType(ContentType.JSON)
                .body(Map.of("mobile", mobile))
                .post("/api/identity/mobile-codes")
                .then()
                .statusCode(202);
        String code = await().atMost(SOON).until(() -> lastCode(mobile), last -> !last.equals(earlier));
        var proof = new HashMap<>(IDENTITIES.get(name));
        proof.putAll(Map.of("method", "MOBILE", "mobile", mobile, "code", code));
        verify(name, proof);
    }

    private static String lastCode(String mobile) {
        var last = RestAssured.given()
                .baseUri(TESTED.stack.getProperty("authority.url"))
                .header("Authorization", "Bearer " + TESTED.stack.getProperty("authority.key"))
                .get("/v1/text-messages/" + mobile);
        return last.statusCode() == 200 ? last.path("message.parameters.code") : "";
    }

    private static void verify(String name, Map<String, String> identity) {
        holding(token(name))
                .contentType(ContentType.JSON)
                .body(identity)
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
    }

    private static Provider find() {
        try {
            String given = System.getProperty("mingshi.base-url", "");
            if (!given.isEmpty()) {
                return new Provider(given.replaceAll("/+$", ""), stack(), null);
            }
            Properties stack = stack();
            var behind = BehindPlatform.settings(LocalStack.root().resolve("integration-tests/target/conformance"));
            var platform = PlatformProcess.start(stack, "conformance", behind);
            return new Provider(platform.client().base(), stack, platform);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties stack() throws IOException {
        String file = System.getProperty("mingshi.stack", "");
        if (file.isEmpty()) {
            return LocalStack.properties();
        }
        var values = new Properties();
        try (var reader = java.nio.file.Files.newBufferedReader(Path.of(file))) {
            values.load(reader);
        }
        return values;
    }
}

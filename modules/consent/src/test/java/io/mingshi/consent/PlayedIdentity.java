package io.mingshi.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.identity.Assurance;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Speaks the HTTP of `identity`: every person stands as the test says, the others at `ID_DOCUMENT`.
public final class PlayedIdentity implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Assurance> ASSURANCES = new ConcurrentHashMap<>();
    private static final AtomicBoolean SILENT = new AtomicBoolean();
    private static final String PATH = "/api/identity/standings/";
    private static final String VISITORS = "/api/identity/visitor-checks";
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();

    private HttpServer server;

    /// Everybody is proven again, and the server answers.
    static void reset() {
        ASSURANCES.clear();
        NUMBERS.clear();
        SILENT.set(false);
    }

    static void let(String person, Assurance assurance) {
        ASSURANCES.put(person, assurance);
    }

    /// Lets an account be known to belong to the person with this document number.
    static void know(String person, String number) {
        NUMBERS.put(person, number);
    }

    static void fallSilent() {
        SILENT.set(true);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("identity cannot be played", e);
        }
        server.createContext(PATH, PlayedIdentity::answer);
        server.createContext(VISITORS, PlayedIdentity::check);
        server.start();
        return Map.of(
                "mingshi.url.identity",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /// The number tells the birth date as in the real ones; the name 不符 is confirmed for nobody.
    private static void check(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (SILENT.get()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            JsonPath proof =
                    JsonPath.from(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String number = proof.getString("number");
            ADDRESSES.add(proof.getString("address"));
            String answer = proof.getString("name").equals("不符")
                    ? "{\"standing\":null,\"refusal\":\"not confirmed\"}"
                    : standing(number, number.equals(NUMBERS.get(proof.getString("counterpart"))));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String standing(String number, boolean counterpart) {
        LocalDate birth = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate today = LocalDate.now(BEIJING);
        LocalDate fourteenth = birth.plusYears(14);
        boolean child = today.isBefore(fourteenth);
        return """
                {"standing":{"person":"%s","assurance":"%s","minor":%s,"guardianUntil":%s,"isCounterpart":%s,
                "reference":"AUTH-1","verifiedAt":"%s"},"refusal":null}""".formatted(
                        pseudonym(number),
                        child ? "NONE" : "ID_DOCUMENT",
                        today.isBefore(birth.plusYears(18)),
                        child ? "\"" + fourteenth.atStartOfDay(BEIJING).toInstant() + "\"" : "null",
                        counterpart,
                        Instant.now());
    }

    /// Where visitors' requests came from.
    static Set<String> addresses() {
        return Set.copyOf(ADDRESSES);
    }

    static String pseudonym(String number) {
        return "v-" + Sha256.of(number).substring(0, 20);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (SILENT.get() || authorization == null || !authorization.startsWith("Bearer ")) {
                exchange.sendResponseHeaders(SILENT.get() ? 503 : 401, -1);
                return;
            }
            String person = exchange.getRequestURI().getPath().substring(PATH.length());
            Assurance assurance = ASSURANCES.getOrDefault(person, Assurance.ID_DOCUMENT);
            byte[] body = """
                    {"person":"%s","assurance":"%s","minor":false,"verifiedAt":"2026-11-22T00:00:00Z"}""".formatted(person, assurance).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

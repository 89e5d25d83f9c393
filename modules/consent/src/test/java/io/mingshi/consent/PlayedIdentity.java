package io.mingshi.consent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Likeness;
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
import java.util.function.Function;

/// Speaks the HTTP of `identity`: every person stands as the test says, the others at `MOBILE`.
public final class PlayedIdentity implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, Assurance> ASSURANCES = new ConcurrentHashMap<>();
    private static final Map<String, AgeGroup> AGES = new ConcurrentHashMap<>();
    private static final AtomicBoolean SILENT = new AtomicBoolean();
    private static final String PATH = "/api/identity/standings/";
    private static final String VISITORS = "/api/identity/visitor-checks";
    private static final String COMPARISONS = "/api/identity/comparisons/";

    /// What every mobile number gets as code.
    static final String CODE = "246810";

    private static final String SENT = "{\"challenge\":null,\"validSeconds\":300,\"refusal\":null}";
    private static final String CHALLENGED = "{\"challenge\":\"c-1\",\"validSeconds\":600,\"refusal\":null}";
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int MOBILE_DIGITS = 11;
    private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();
    private static final Map<String, String> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<String, String> MARKS = new ConcurrentHashMap<>();
    private static final Set<String> WITHDRAWING = ConcurrentHashMap.newKeySet();

    private HttpServer server;

    /// Everybody is proven again, and the server answers.
    static void reset() {
        ASSURANCES.clear();
        AGES.clear();
        NUMBERS.clear();
        MARKS.clear();
        SILENT.set(false);
    }

    static void let(String person, Assurance assurance) {
        ASSURANCES.put(person, assurance);
    }

    static void let(String person, AgeGroup age) {
        AGES.put(person, age);
    }

    /// Lets an account be known to belong to the person with this document number.
    static void know(String person, String number) {
        NUMBERS.put(person, number);
    }

    /// Lets the person of an account have the name with this keyed hash.
    static void name(String person, String mark) {
        MARKS.put(person, mark);
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
        server.createContext(VISITORS, exchange -> answer(exchange, PlayedIdentity::check));
        server.createContext(VISITORS + "/children", exchange -> answer(exchange, PlayedIdentity::recognise));
        server.createContext(VISITORS + "/mobile-codes", exchange -> answer(exchange, PlayedIdentity::sendCode));
        server.createContext(VISITORS + "/national-challenges", exchange -> answer(exchange, _ -> CHALLENGED));
        server.createContext(COMPARISONS, exchange -> answer(exchange, _ -> compared(exchange)));
        server.start();
        return Map.of(
                "mingshi.url.identity",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, Function<JsonPath, String> answers) throws IOException {
        try (exchange) {
            if (SILENT.get()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] body =
                    answers.apply(JsonPath.from(told.isEmpty() ? "{}" : told)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /// The name 不符 is confirmed for nobody, 太多 tried too often, and 错误 cannot be a name.
    private static String check(JsonPath proof) {
        ADDRESSES.add(proof.getString("door.address"));
        if (proof.getBoolean("door.withdrawing")) {
            WITHDRAWING.add(proof.getString("door.link"));
        }
        String counterpart = proof.getString("counterpart");
        if (proof.getString("method").equals("NATIONAL_IDENTITY")) {
            return national(proof.getString("credential"), counterpart);
        }
        boolean mobile = proof.getString("method").equals("MOBILE");
        if (mobile && !proof.getString("code").equals(CODE)) {
            return refused("NOT_PROVEN", "the code is wrong");
        }
        return switch (proof.getString("name")) {
            case "不符" -> refused("NOT_PROVEN", "not confirmed");
            case "太多" -> refused("TOO_OFTEN", "tried too often");
            case "错误" -> refused("MALFORMED", "no name");
            default -> standing(proof.getString("number"), mobile ? "MOBILE" : "ID_DOCUMENT", counterpart);
        };
    }

    private static String national(String person, String counterpart) {
        return standing(pseudonym(person), "NATIONAL_IDENTITY", false, "null", likeness(person, counterpart));
    }

    private static String recognise(JsonPath child) {
        return standing(child.getString("number"), "NONE", child.getString("counterpart"));
    }

    private static String sendCode(JsonPath mobile) {
        ADDRESSES.add(mobile.getString("door.address"));
        return mobile.getString("mobile").length() == MOBILE_DIGITS
                ? SENT
                : "{\"challenge\":null,\"validSeconds\":0,\"refusal\":{\"cause\":\"MALFORMED\",\"words\":\"no mobile\"}}";
    }

    /// The number tells the birth date as in the real ones.
    private static String standing(String number, String assurance, String counterpart) {
        LocalDate birth = LocalDate.parse(number.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        LocalDate today = LocalDate.now(BEIJING);
        LocalDate fourteenth = birth.plusYears(14);
        boolean child = today.isBefore(fourteenth);
        return standing(
                pseudonym(number),
                child ? "NONE" : assurance,
                today.isBefore(birth.plusYears(18)),
                child ? "\"" + fourteenth.atStartOfDay(BEIJING).toInstant() + "\"" : "null",
                likeness(number, counterpart));
    }

    private static String standing(
            String person, String assurance, boolean minor, String guardianUntil, Likeness likeness) {
        return """
                {"standing":{"person":"%s","assurance":"%s","possession":%s,"minor":%s,"guardianUntil":%s,
                "counterpart":"%s","reference":"AUTH-1","verifiedAt":"%s"},"refusal":null}""".formatted(
                        person,
                        assurance,
                        assurance.equals("MOBILE") || assurance.equals("NATIONAL_IDENTITY"),
                        minor,
                        guardianUntil,
                        likeness,
                        Instant.now());
    }

    private static String refused(String cause, String words) {
        return "{\"standing\":null,\"refusal\":{\"cause\":\"%s\",\"words\":\"%s\"}}".formatted(cause, words);
    }

    private static Likeness likeness(String number, String counterpart) {
        String known = NUMBERS.get(counterpart);
        if (known == null) {
            return Likeness.UNTOLD;
        }
        return known.equals(number) ? Likeness.SAME : Likeness.ANOTHER;
    }

    private static String compared(HttpExchange exchange) {
        String[] two = exchange.getRequestURI()
                .getPath()
                .substring(COMPARISONS.length())
                .split("/");
        if (two[1].equals("name")) {
            String mark = MARKS.get(two[0]);
            return "{\"mark\":" + (mark == null ? "null" : "\"" + mark + "\"") + "}";
        }
        if (two[1].startsWith("v-") && NUMBERS.containsKey(two[0])) {
            boolean same = pseudonym(NUMBERS.get(two[0])).equals(two[1]);
            return "{\"likeness\":\"" + (same ? Likeness.SAME : Likeness.ANOTHER) + "\"}";
        }
        String number = NUMBERS.get(two[1]);
        Likeness likeness =
                two[0].equals(two[1]) ? Likeness.SAME : number == null ? Likeness.UNTOLD : likeness(number, two[0]);
        return "{\"likeness\":\"" + likeness + "\"}";
    }

    /// Whether somebody came through the link to what they can only take back.
    static boolean isWithdrawing(String link) {
        return WITHDRAWING.contains(link);
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
            Assurance assurance = ASSURANCES.getOrDefault(person, Assurance.MOBILE);
            AgeGroup age = AGES.getOrDefault(person, AgeGroup.ADULT);
            byte[] body = """
                    {"person":"%s","assurance":"%s","minor":%s,"ageGroup":"%s","possession":%s,"verifiedAt":"2026-11-22T00:00:00Z"}""".formatted(
                            person,
                            assurance,
                            age.minorsMode(),
                            age,
                            assurance == Assurance.MOBILE || assurance == Assurance.NATIONAL_IDENTITY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}

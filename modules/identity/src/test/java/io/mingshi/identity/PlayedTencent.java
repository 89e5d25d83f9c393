package io.mingshi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Speaks the HTTP of Tencent Cloud's faceid, and works the signature of each request out anew from what
/// arrived.
public final class PlayedTencent implements QuarkusTestResourceLifecycleManager {
    static final Queue<String> ACTIONS = new ConcurrentLinkedQueue<>();
    private static final String ID = "id-of-the-test";
    private static final String KEY = "key-of-the-test";

    private final ObjectMapper json = new ObjectMapper();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("Tencent cannot be played", e);
        }
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "mingshi.identity.tencent.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "mingshi.identity.tencent.secret-id",
                ID,
                "mingshi.identity.tencent.secret-key",
                KEY,
                "mingshi.identity.authority.id-document",
                "tencent",
                "mingshi.identity.authority.mobile",
                "tencent");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Map<String, ?> response = signed(exchange, body)
                    ? result(header(exchange, "X-TC-Action"), json.readTree(body))
                    : Map.of("Error", Map.of("Code", "AuthFailure.SignatureFailure"), "RequestId", "refused");
            byte[] bytes = json.writeValueAsBytes(Map.of("Response", response));
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, ?> result(String action, JsonNode question) {
        ACTIONS.add(action);
        String name = question.path("Name").asText();
        boolean document = action.equals("IdCardVerification");
        String result = name.contains("不符") ? (document ? "-1" : "-4") : "0";
        if (name.contains("无此人")) {
            result = document ? "-5" : "-9";
        }
        if (name.contains("故障")) {
            result = document ? "-4" : "-11";
        }
        return Map.of("Result", result, "Description", "played", "RequestId", "request-" + ACTIONS.size());
    }

    private static boolean signed(HttpExchange exchange, String body) {
        String at = header(exchange, "X-TC-Timestamp");
        String day = Instant.ofEpochSecond(Long.parseLong(at))
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        String canonical = "POST\n/\n\ncontent-type:" + header(exchange, "Content-Type") + "\nhost:"
                + header(exchange, "Host") + "\nx-tc-action:"
                + header(exchange, "X-TC-Action").toLowerCase(Locale.ROOT)
                + "\n\ncontent-type;host;x-tc-action\n" + hash(body);
        String toSign = "TC3-HMAC-SHA256\n" + at + "\n" + day + "/faceid/tc3_request\n" + hash(canonical);
        byte[] key = ("TC3" + KEY).getBytes(UTF_8);
        for (String step : List.of(day, "faceid", "tc3_request", toSign)) {
            key = mac(key, step);
        }
        return header(exchange, "Authorization")
                .equals("TC3-HMAC-SHA256 Credential=" + ID + "/" + day + "/faceid/tc3_request,"
                        + " SignedHeaders=content-type;host;x-tc-action, Signature="
                        + HexFormat.of().formatHex(key));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

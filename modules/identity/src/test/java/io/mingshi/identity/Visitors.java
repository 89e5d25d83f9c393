package io.mingshi.identity;

import static io.mingshi.identity.IdentityTest.MOBILE;
import static io.mingshi.identity.IdentityTest.asService;
import static io.mingshi.identity.IdentityTest.idOf;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.TreeMap;

/// What `consent` asks in the tests of somebody who came through a link of alice's.
final class Visitors {
    /// From where visitors come, of the addresses for documentation.
    static final String ADDRESS = "192.0.2.7";

    private Visitors() {}

    static Map<String, Object> door(String link, String address) {
        return Map.of("link", link, "address", address);
    }

    static Map<String, Object> document(String name, String number, String link) {
        Map<String, Object> proof = new TreeMap<>();
        proof.put("method", "ID_DOCUMENT");
        proof.put("name", name);
        proof.put("number", number);
        proof.put("counterpart", idOf("alice"));
        proof.put("door", door(link, ADDRESS));
        return proof;
    }

    static Map<String, Object> mobile(String name, String number, String code, String link) {
        return with(with(with(document(name, number, link), "method", "MOBILE"), "mobile", MOBILE), "code", code);
    }

    static Map<String, Object> national(String credential, String challenge, String link) {
        return Map.of(
                "method",
                "NATIONAL_IDENTITY",
                "credential",
                credential,
                "challenge",
                challenge,
                "counterpart",
                idOf("alice"),
                "door",
                door(link, ADDRESS));
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var more = new TreeMap<>(body);
        more.put(field, value);
        return more;
    }

    static ValidatableResponse check(Map<String, Object> proof) {
        return send("", proof).then().statusCode(200);
    }

    static Response sendCode(String mobile, String link, String address) {
        return send("/mobile-codes", Map.of("mobile", mobile, "door", door(link, address)));
    }

    /// Asks for a code through the link and reads it from the phone.
    static String codeFor(String mobile, String link) {
        String earlier = Sandbox.lastCode(mobile);
        sendCode(mobile, link, ADDRESS).then().statusCode(200);
        return Sandbox.newCode(mobile, earlier);
    }

    static Response send(String path, Map<String, Object> body) {
        return asService().body(body).post("/api/identity/visitor-checks" + path);
    }
}

package io.mingshi.gateway;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/// What the other modules and the model's server answer; it begins with everything in order.
final class World {
    private final String url = ConfigProvider.getConfig().getValue("mingshi.url.identity", String.class);

    static World inOrder() {
        var world = new World();
        world.standing("alice", "ID_DOCUMENT");
        world.standing("bob", "MOBILE");
        world.standing("carol", "NONE");
        for (String model : new String[] {"mingshi-demo-chat", "played-chat"}) {
            world.model(model, "CHAT", true, "");
        }
        world.model("mingshi-demo-image", "IMAGE_GENERATION", true, "");
        world.model("mingshi-demo-edit", "IMAGE_EDIT", true, "");
        world.model("mingshi-demo-speech", "SPEECH", true, "");
        world.model("mingshi-demo-transcription", "TRANSCRIPTION", true, "");
        world.model("mingshi-demo-video", "VIDEO", true, "");
        world.nothingIsPaused();
        for (String person : new String[] {"alice", "bob", "carol"}) {
            world.noSanction(person);
        }
        world.library();
        return world;
    }

    void play(String address, int status, Object json) {
        given().contentType("application/json")
                .header("Status", status)
                .body(json)
                .put(url + "/play?" + address)
                .then()
                .statusCode(204);
    }

    void playStream(String... data) {
        String body = "data: " + String.join("\n\ndata: ", data) + "\n\n";
        given().contentType("text/event-stream")
                .header("Status", 200)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(url + "/play?/v1/chat/completions")
                .then()
                .statusCode(204);
    }

    void playBytes(String address, String type, byte[] body) {
        given().contentType(type)
                .header("Status", 200)
                .body(body)
                .put(url + "/play?" + address)
                .then()
                .statusCode(204);
    }

    /// A stream that says this and then nothing, without ending.
    void playHeldStream(String data) {
        given().contentType("text/event-stream")
                .header("Status", 200)
                .header("Held", "yes")
                .body(("data: " + data + "\n\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(url + "/play?/v1/chat/completions")
                .then()
                .statusCode(204);
    }

    /// A stream that says this again and again, without ending.
    void playEndlessStream(String data) {
        given().contentType("text/event-stream")
                .header("Status", 200)
                .header("Held", "yes")
                .header("Repeated", "yes")
                .body(("data: " + data + "\n\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(url + "/play?/v1/chat/completions")
                .then()
                .statusCode(204);
    }

    /// The last body that was sent to this address; empty when nobody asked.
    String asked(String address) {
        return given().get(url + "/played?" + address).asString();
    }

    void standing(String person, String assurance) {
        play("/api/identity/standings/" + id(person), 200, Map.of("person", id(person), "assurance", assurance));
    }

    void noSanction(String person) {
        play("/api/moderation/standings/" + id(person), 200, Map.of("person", id(person)));
    }

    void sanction(String person, String kind) {
        play(
                "/api/moderation/standings/" + id(person),
                200,
                Map.of("person", id(person), "sanction", "01SANCTION", "kind", kind));
    }

    void sanctionsAreDown(String person) {
        play("/api/moderation/standings/" + id(person), 500, "{}");
    }

    void standing(String person, String assurance, String ageGroup) {
        boolean minor = !ageGroup.equals("ADULT");
        play(
                "/api/identity/standings/" + id(person),
                200,
                Map.of("person", id(person), "assurance", assurance, "minor", minor, "ageGroup", ageGroup));
    }

    /// The entries as JSON objects, in force as this version.
    void library(int version, String... entries) {
        play("/api/moderation/library/version", 200, Map.of("version", version));
        play(
                "/api/moderation/library",
                200,
                "{\"version\":%d,\"hash\":\"abc\",\"publishedAt\":\"2026-11-22T00:00:00Z\",\"entries\":[%s]}"
                        .formatted(version, String.join(",", entries)));
    }

    /// With waivers for everything that could need one.
    void model(String model, String capability, boolean admitted, String reason) {
        model(
                model,
                capability,
                admitted,
                reason,
                Stream.of("IMAGE", "AUDIO", "VIDEO")
                        .map(kind -> Map.of("id", "W-" + kind, "kind", kind, "until", "2099-01-01T00:00:00Z"))
                        .toList());
    }

    /// Admitted, without any waiver.
    void unwaived(String model, String capability) {
        model(model, capability, true, "", List.of());
    }

    /// Admitted for conversations, and declared to play these roles.
    void companion(String model, String... roles) {
        play(
                "/api/governance/admissions?model=" + model + "&capability=CHAT",
                200,
                Map.of(
                        "model",
                        model,
                        "admitted",
                        true,
                        "reason",
                        "",
                        "filingNumber",
                        "DEMO-0001",
                        "version",
                        "1",
                        "companionship",
                        List.of(roles)));
    }

    private void model(String model, String capability, boolean admitted, String reason, List<?> waivers) {
        play(
                "/api/governance/admissions?model=" + model + "&capability=" + capability,
                200,
                Map.of(
                        "model",
                        model,
                        "admitted",
                        admitted,
                        "reason",
                        reason,
                        "filingNumber",
                        "DEMO-0001",
                        "assessedUntil",
                        "2027-01-01",
                        "version",
                        "1",
                        "waivers",
                        waivers));
    }

    void pause(String scope) {
        play("/api/governance/pauses", 200, "[{\"scope\":\"" + scope + "\",\"reason\":\"order\"}]");
    }

    void nothingIsPaused() {
        play("/api/governance/pauses", 200, "[]");
    }

    void library() {
        play("/api/moderation/library/version", 200, Map.of("version", 1));
        play("/api/moderation/library/shadow", 200, "{\"candidate\":\"\",\"percent\":0,\"entries\":[]}");
        play("/api/moderation/library", 200, """
                {"version":1,"hash":"abc","publishedAt":"2026-11-22T00:00:00Z","entries":[
                {"ruleId":"R-7","category":"A.1-3","term":"build a bomb"},
                {"ruleId":"R-8","category":"A.1-3","term":"炸弹"}]}""");
    }

    void moderationIsDown() {
        play("/api/moderation/library/version", 500, "{}");
        play("/api/moderation/library", 500, "{}");
    }

    void consent(String consent, boolean permitted) {
        play(
                "/api/consent/decisions",
                200,
                Map.of("consent", consent, "permitted", permitted, "reason", permitted ? "granted" : "withdrawn"));
    }

    /// The consent of a person who is known by this pseudonym.
    void consentOf(String subject, String consent) {
        play("/api/consent/decisions", 200, permit(subject, consent));
    }

    /// The same for the next question alone.
    void consentOnceOf(String subject, String consent) {
        given().contentType("application/json")
                .header("Status", 200)
                .header("Once", "yes")
                .body(permit(subject, consent))
                .put(url + "/play?/api/consent/decisions")
                .then()
                .statusCode(204);
    }

    private static Map<String, Object> permit(String subject, String consent) {
        return Map.of("consent", consent, "permitted", true, "subject", subject, "reason", "granted");
    }

    /// Permits the next question, and what comes after it as played before.
    void consentOnce(String consent) {
        given().contentType("application/json")
                .header("Status", 200)
                .header("Once", "yes")
                .body(Map.of("consent", consent, "permitted", true, "reason", "granted"))
                .put(url + "/play?/api/consent/decisions")
                .then()
                .statusCode(204);
    }

    /// The pseudonym of a demo person.
    static String id(String person) {
        String claims =
                new String(Base64.getUrlDecoder().decode(Tokens.of(person).split("\\.")[1]));
        return JsonPath.from(claims).getString("sub");
    }
}

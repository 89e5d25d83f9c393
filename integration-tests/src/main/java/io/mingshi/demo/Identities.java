package io.mingshi.demo;

import io.mingshi.client.Answer;
import io.mingshi.client.Browser;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;
import java.util.Map;

/// Who may generate: nobody, until identity is proven.
///
/// The numbers are constructed: their area is one that was never given to a person.
final class Identities {
    private static final String NAME = "测试用户甲";
    private static final String NUMBER = "110000190001010012";
    private static final Map<String, String> BOB =
            Map.of("method", "ID_DOCUMENT", "name", "测试用户乙", "number", "110000190001010020");

    private Identities() {}

    static void unverifiedIsRefused(Scene scene) throws IOException {
        Answer answer = scene.person("carol").post("/v1/images/generations", Works.imageRequest());
        scene.checkStatus(answer, 403, "Carol's request is refused");
        scene.check(!answer.problem().isEmpty(), "the reason has a name", answer.text());
        Answer key = scene.person("carol").post("/api/gateway/keys", Map.of("name", "demo"));
        scene.checkStatus(key, 403, "and she gets no API key");
    }

    static void peopleAreVerified(Scene scene) throws IOException {
        Answer mistyped = scene.stranger()
                .post("/api/identity/document-checks", Map.of("kind", "RESIDENT_ID", "number", "110105194912310021"));
        scene.check(
                mistyped.status() == 200 && mistyped.text().contains("CHECKSUM"),
                "a wrong check digit is found without asking anybody",
                mistyped.text());
        verifyInTheLogin(scene);
        verify(scene, "bob", BOB);
    }

    static void verifiedPersonTakesKey(Scene scene) throws IOException {
        Answer answer = scene.person("alice").post("/api/gateway/keys", Map.of("name", "demo"));
        scene.checkStatus(answer, 201, "Alice gets a key");
        String key = answer.json().path("key").asText();
        scene.check(key.startsWith("msk_"), "the key is shown once", "the answer holds no key");
        scene.learn(Fact.API_KEY, key);
    }

    /// In a browser: the login asks who Alice is and lets her through.
    private static void verifyInTheLogin(Scene scene) throws IOException {
        String base = scene.stranger().base();
        Browser browser = Browser.at(base + "/me/verification")
                .send(Map.of("username", "alice", "password", scene.password("alice")));
        if (asks(browser)) {
            browser.send(byDocument(mistyped()));
            scene.check(
                    asks(browser),
                    "the login asks Alice who she is, and a mistyped number does not let her through",
                    "it answers " + browser.page().status());
            browser.send(byDocument(NUMBER));
        }
        scene.check(
                browser.page().status() == 200 && browser.page().text().contains("id=\"standing\""),
                "Alice is let through to her own page",
                "it answers " + browser.page().status());
        Answer me = browser.get(base + "/api/identity/me");
        scene.check(
                !me.json().path("standing").path("assurance").asText("NONE").equals("NONE"),
                "and stands as verified from now on",
                me.text());
    }

    /// The step of the login, and not the page behind it.
    private static boolean asks(Browser browser) {
        return browser.page().text().contains("id=\"verify-real-name\"");
    }

    private static Map<String, String> byDocument(String number) {
        return Map.of("method", "ID_DOCUMENT", "name", NAME, "number", number, "deed", "verify");
    }

    private static String mistyped() {
        return NUMBER.substring(0, NUMBER.length() - 1) + "3";
    }

    /// A platform that was used before remembers who is verified; proving it once more is not needed then.
    private static void verify(Scene scene, String person, Map<String, String> identity) throws IOException {
        if (isVerified(scene, person)) {
            scene.narrator().holds(person + " is verified already");
            return;
        }
        Answer answer = scene.person(person).post("/api/identity/verifications", identity);
        scene.checkStatus(answer, 201, person + " is verified by name and number");
        scene.check(isVerified(scene, person), "and stands as verified from now on", "no standing is shown");
    }

    private static boolean isVerified(Scene scene, String person) throws IOException {
        Answer me = scene.person(person).get("/api/identity/me");
        String assurance = me.json().path("standing").path("assurance").asText("NONE");
        return me.status() == 200 && !assurance.equals("NONE");
    }
}

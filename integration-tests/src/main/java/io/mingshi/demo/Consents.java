package io.mingshi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Form;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A picture of Bob is edited only while Bob agrees.
final class Consents {
    static final String EDIT_MODEL = "mingshi-demo-edit";
    private static final String PURPOSE = "a greeting card with a warmer background";

    private Consents() {}

    static void editWithoutConsentIsRefused(Scene scene) throws IOException {
        scene.keep("photo-of-bob.png", Photo.ofBob());
        Answer unasked = edit(scene, "no-such-consent");
        scene.check(
                isRefused(unasked),
                "the edit is refused: " + unasked.detail(),
                unasked.status() + " " + unasked.text());
        Answer silent = scene.program().post("/v1/images/edits", form());
        scene.check(
                isRefused(silent),
                "so it is when the program does not say whom the picture shows",
                silent.status() + " " + silent.text());
    }

    static void editWithConsentIsAllowed(Scene scene) throws IOException {
        JsonNode requested = request(scene);
        scene.learn(Fact.CONSENT, requested.path("consent").asText());
        Answer early = edit(scene, scene.recall(Fact.CONSENT));
        scene.check(isRefused(early), "asking is not yet consent: still refused", early.text());
        answer(scene, requested.path("token").asText());

        Answer edited = edit(scene, scene.recall(Fact.CONSENT));
        scene.checkStatus(edited, 200, "now the edit is delivered");
        JsonNode item = edited.json().path("data").path(0);
        byte[] image = Base64.getDecoder().decode(item.path("b64_json").asText());
        Labels.checkFile(scene, image, Works.workOf(item));
        scene.keep("edited.png", image);
    }

    static void editAfterWithdrawalIsRefused(Scene scene) throws IOException {
        String consent = scene.recall(Fact.CONSENT);
        Answer withdrawn = scene.person("bob").post("/api/consent/consents/" + consent + "/withdrawal", Map.of());
        scene.checkStatus(withdrawn, 200, "Bob withdraws in one step");
        Answer after = edit(scene, consent);
        scene.check(isRefused(after), "the next edit is refused: " + after.detail(), after.text());
    }

    private static JsonNode request(Scene scene) throws IOException {
        Answer asked = scene.person("alice")
                .post(
                        "/api/consent/requests",
                        Map.of(
                                "modalities",
                                List.of("FACE_IMAGE"),
                                "models",
                                List.of(EDIT_MODEL),
                                "purpose",
                                PURPOSE,
                                "days",
                                30));
        scene.checkStatus(asked, 201, "Alice gets a link for Bob");
        scene.check(
                !asked.json().path("reminder").asText().isEmpty(),
                "and is reminded that she has to tell him",
                asked.text());
        return asked.json();
    }

    private static void answer(Scene scene, String token) throws IOException {
        Answer invitation = scene.stranger().get("/api/consent/invitations/" + token);
        scene.check(
                invitation.status() == 200 && invitation.text().contains(PURPOSE),
                "Bob reads what he is asked before he logs in",
                invitation.text());
        String version = invitation.json().path("noticeVersion").asText();
        Answer given = scene.person("bob")
                .post(
                        "/api/consent/invitations/" + token + "/answer",
                        Map.of("answer", "GRANT", "noticeVersion", version, "separately", true));
        scene.check(given.status() / 100 == 2, "Bob grants it, separately", given.status() + " " + given.text());
    }

    private static Answer edit(Scene scene, String depicts) throws IOException {
        return scene.program().post("/v1/images/edits", form().field("depicts", depicts));
    }

    private static Form form() throws IOException {
        return new Form()
                .file("image", "photo-of-bob.png", "image/png", Photo.ofBob())
                .field("model", EDIT_MODEL)
                .field("prompt", "a warmer background")
                .field("purpose", PURPOSE)
                .field("response_format", "b64_json");
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() >= 400
                && answer.status() < 500
                && !answer.problem().isEmpty();
    }
}

package io.mingshi.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Form;
import io.mingshi.client.Platform;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A picture of Bob is edited only while Bob agrees.
final class Consents {
    static final String EDIT_MODEL = "mingshi-demo-edit";
    private static final String VISIT = "Consent-Visit";
    private static final String MOBILE = "13900139000";
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
        String link = scene.recall(Fact.LINK);
        Answer withdrawn =
                scene.stranger().with(VISIT, scene.recall(Fact.VISIT)).post(link + "/visit/withdrawal", Map.of());
        scene.checkStatus(withdrawn, 200, "Bob withdraws on the page where he agreed, in one step");
        Answer after = edit(scene, scene.recall(Fact.CONSENT));
        scene.check(isRefused(after), "the next edit is refused: " + after.detail(), after.text());
        scene.check(
                worth(scene).equals("WITHDRAWN"), "whoever checks his receipt reads that he withdrew", worth(scene));
    }

    /// Anybody may ask what a receipt is worth.
    private static String worth(Scene scene) throws IOException {
        return scene.stranger()
                .post("/api/consent/receipts/check", Map.of("receipt", scene.recall(Fact.RECEIPT)))
                .json()
                .path("worth")
                .asText();
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

    /// Bob's way, on his telephone and without an account.
    private static void answer(Scene scene, String token) throws IOException {
        String link = "/api/consent/invitations/" + token;
        scene.learn(Fact.LINK, link);
        Answer invitation = scene.stranger().get(link);
        scene.check(
                invitation.status() == 200 && invitation.text().contains(PURPOSE),
                "Bob opens the link, needs no account, and reads what he is asked",
                invitation.text());
        prove(scene, link);
        Platform page = scene.stranger().with(VISIT, scene.recall(Fact.VISIT));
        JsonNode words = page.post(link + "/visit/passcode", Map.of())
                .json()
                .path("words")
                .path("zh");
        Answer repeated = page.post(link + "/visit/passcode/answer", Map.of("words", words.asText()));
        scene.check(
                repeated.json().path("passed").asBoolean(),
                "he repeats three words, so that it is him and now",
                repeated.text());
        Answer given = page.post(
                link + "/visit/answer",
                Map.of(
                        "answer",
                        "GRANT",
                        "noticeVersion",
                        invitation.json().path("noticeVersion").asText(),
                        "separately",
                        true));
        scene.check(given.status() == 200, "Bob grants it, separately", given.status() + " " + given.text());
        String receipt = given.json().path("receipt").asText();
        scene.learn(Fact.RECEIPT, receipt);
        scene.keep("consent-receipt.jws", receipt.getBytes(US_ASCII));
        scene.check(worth(scene).equals("VALID"), "and keeps a signed receipt that anybody can check", worth(scene));
    }

    /// Name, number and mobile number are confirmed by the carrier; the code shows that the telephone is his.
    private static void prove(Scene scene, String link) throws IOException {
        Answer mistaken = scene.stranger().post(link + "/visit", identity("000000"));
        scene.check(isRefused(mistaken), "somebody who only knows Bob's numbers is not let in", mistaken.text());
        String earlier = scene.lastCode(MOBILE);
        scene.checkStatus(
                scene.stranger().post(link + "/visit/mobile-code", Map.of("mobile", MOBILE)),
                202,
                "a code goes to his telephone");
        String code = scene.codeAfter(MOBILE, earlier);
        Answer opened = scene.stranger().post(link + "/visit", identity(code));
        scene.checkStatus(opened, 201, "with it he proves who he is");
        scene.learn(Fact.VISIT, opened.json().path("visit").asText());
    }

    private static Map<String, String> identity(String code) {
        return Map.of(
                "method", "MOBILE", "name", "测试用户乙", "number", "110000190001010020", "mobile", MOBILE, "code", code);
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

package io.mingshi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;

/// The records of one work, link by link.
final class Chain {
    private Chain() {}

    static void isComplete(Scene scene) throws IOException {
        String address = "/api/records/works/" + scene.recall(Fact.WORK);
        scene.checkStatus(scene.person("alice").get(address), 403, "an ordinary person may not look");
        Answer answer =
                scene.await("the chain is complete", () -> scene.person("ines").get(address), Chain::holdsEverything);
        JsonNode chain = answer.json();
        holds(scene, chain, "made", "systemVersion", "made by system version");
        holds(scene, chain, "made", "contentHash", "its bytes, SHA-256");
        holds(scene, chain, "admission", "person", "asked for by the person with the pseudonym");
        holds(scene, chain, "admission", "assurance", "whose identity was proven by");
        holds(scene, chain, "admission", "filingNumber", "with a model filed under");
        holds(scene, chain, "admission", "inputHash", "input, SHA-256");
        scene.check(
                chain.path("admission")
                        .path("screening")
                        .path("verdict")
                        .asText()
                        .equals("ALLOW"),
                "input screened with library version "
                        + chain.path("admission").path("screening").path("libraryVersion"),
                chain.toString());
        scene.check(!chain.path("verification").isMissingNode(), "the proof of identity is linked", chain.toString());
        scene.check(chain.path("deliveries").size() == 1, "delivered once", chain.toString());
        scene.keep("chain.json", answer.body());
    }

    private static boolean holdsEverything(Answer answer) {
        JsonNode chain = answer.json();
        return chain.path("complete").asBoolean()
                && !chain.path("publications").isEmpty()
                && !chain.path("complaints").isEmpty()
                && chain.path("complaints").path(0).path("upheld").asBoolean()
                && !chain.path("takedowns").isEmpty();
    }

    private static void holds(Scene scene, JsonNode chain, String part, String field, String words) {
        String value = chain.path(part).path(field).asText("");
        scene.check(!value.isEmpty(), words + " " + value, "the chain has no " + part + "." + field);
    }
}

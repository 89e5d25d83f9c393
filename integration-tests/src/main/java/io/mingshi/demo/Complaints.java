package io.mingshi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Form;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/// From a file on the internet to its takedown.
final class Complaints {
    private static final String RESULT = "The complaint is right: the image was presented as a photograph.";

    private Complaints() {}

    static void workIsFoundByStranger(Scene scene) throws IOException {
        String work = scene.recall(Fact.WORK);
        Answer hidden = scene.stranger().get("/works/" + work);
        scene.checkStatus(hidden, 404, "before that nobody finds it");
        Answer published = scene.person("alice").post("/api/gateway/works/" + work + "/publication", Map.of());
        scene.check(published.status() / 100 == 2, "Alice publishes it", published.status() + " " + published.text());
        scene.learn(Fact.PUBLIC_ADDRESS, published.json().path("url").asText());
        Answer found = scene.stranger().get(scene.recall(Fact.PUBLIC_ADDRESS));
        scene.checkStatus(found, 200, "a stranger finds it at " + scene.recall(Fact.PUBLIC_ADDRESS));
        Labels.checkFile(scene, found.body(), work);
        scene.keep("found.png", found.body());
    }

    static void strangerComplains(Scene scene) throws IOException {
        Answer process = scene.stranger().get("/api/complaints/process");
        scene.checkStatus(process, 200, "how complaints are handled is published");
        byte[] found = Files.readAllBytes(scene.output().resolve("found.png"));
        Answer filed = scene.stranger()
                .post(
                        "/api/complaints/tickets",
                        new Form()
                                .file("file", "found.png", "image/png", found)
                                .field("reason", "This was sent to me as a photograph of a real lighthouse."));
        scene.checkStatus(filed, 201, "the complaint is taken, without login");
        JsonNode ticket = filed.json();
        scene.check(
                ticket.path("work").asText().equals(scene.recall(Fact.WORK)),
                "the platform knows its own work by the label in the file",
                ticket.toString());
        scene.learn(Fact.TICKET, ticket.path("ticket").asText());
        scene.learn(Fact.TICKET_SECRET, ticket.path("secret").asText());
        scene.check(
                !ticket.path("due").asText().isEmpty(),
                "an answer is due by " + ticket.path("due").asText(),
                "no due");
        scene.keep("ticket.json", filed.body());
    }

    static void officerTakesDown(Scene scene) throws IOException {
        String ticket = scene.recall(Fact.TICKET);
        Answer queue = scene.person("olga").get("/api/complaints/queue");
        scene.check(queue.text().contains(ticket), "the ticket is in Olga's queue", queue.status() + " not listed");
        Answer closed = resolve(scene, ticket, "");
        scene.check(
                closed.status() == 400, "without a result it does not close", closed.status() + " " + closed.text());
        Answer resolved = resolve(scene, ticket, RESULT);
        scene.check(resolved.status() / 100 == 2, "Olga upholds it and orders the takedown", resolved.text());
        Answer read = scene.stranger().get("/api/complaints/tickets/" + scene.recall(Fact.TICKET_SECRET));
        scene.check(read.text().contains(RESULT), "the stranger reads the result", read.text());
        String address = scene.recall(Fact.PUBLIC_ADDRESS);
        scene.await("the work answers 451", () -> scene.stranger().get(address), answer -> answer.status() == 451);
    }

    private static Answer resolve(Scene scene, String ticket, String result) throws IOException {
        return scene.person("olga")
                .post(
                        "/api/complaints/queue/" + ticket + "/resolution",
                        Map.of("result", result, "upheld", true, "takedown", true));
    }
}

package io.mingshi.conformance.gateway;

import static org.awaitility.Awaitility.await;

import io.mingshi.client.Answer;
import io.mingshi.conformance.upstream.Material;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/// Asks and waits until everything that there is to receive was received.
record Client(Gateway gateway) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OVER = Set.of("completed", "failed", "cancelled");

    /// An innocent question, whose answer counts.
    Received ask(Surface surface, boolean streamed, int choices) {
        var content = new Content(Examination.mark() + " a calm sea", Material.PICTURE, Material.SOUND);
        Answer answer = gateway.send(Place.answer(surface), streamed, choices, content);
        return surface == Surface.VIDEOS && answer.status() == 200 ? film(answer) : Received.of(answer);
    }

    private Received film(Answer begun) {
        String address = Surface.VIDEOS.path() + "/" + begun.json().path("id").asText();
        Answer over = await("the film is made or refused")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> gateway.get(address),
                        answer -> answer.status() != 200
                                || OVER.contains(answer.json().path("status").asText()));
        return Received.of(
                Objects.equals(over.json().path("status").asText(), "completed")
                        ? gateway.get(address + "/content")
                        : over);
    }
}

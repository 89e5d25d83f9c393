package io.mingshi.conformance.upstream;

import io.mingshi.conformance.upstream.Dialect.Event;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Pictures, speech and transcripts as server-sent events.
final class MediaEvents {
    private MediaEvents() {}

    static List<Event> of(String path, Shown shown, Said said) {
        return switch (path) {
            case "/images/generations" -> picture("image_generation.completed", shown);
            case "/images/edits" -> picture("image_edit.completed", shown);
            case "/audio/speech" ->
                List.of(
                        Event.named(
                                Dialect.node().put("type", "speech.audio.delta").put("audio", base64(shown.sound()))),
                        Event.named(Dialect.node().put("type", "speech.audio.done")));
            case "/audio/transcriptions" -> transcript(said);
            default -> throw new IllegalArgumentException("nothing is streamed at " + path);
        };
    }

    private static List<Event> picture(String type, Shown shown) {
        return List.of(Event.named(Dialect.node().put("type", type).put("b64_json", base64(shown.picture()))));
    }

    private static List<Event> transcript(Said said) {
        String text = said.turns().getFirst().text();
        List<Event> events = new ArrayList<>();
        said.cut()
                .pieces(text)
                .forEach(piece -> events.add(Event.named(
                        Dialect.node().put("type", "transcript.text.delta").put("delta", piece))));
        events.add(
                Event.named(Dialect.node().put("type", "transcript.text.done").put("text", text)));
        return events;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

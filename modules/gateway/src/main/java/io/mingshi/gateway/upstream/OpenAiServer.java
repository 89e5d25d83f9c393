package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.Departures;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.labels.MediaType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Any server that speaks OpenAI's protocol.
///
/// Of its answers only what the gateway reviews is taken over; everything else a server may send is dropped.
final class OpenAiServer implements Upstream {
    private final ServerCalls calls;
    private final Duration silence;
    private final ObjectMapper json;

    OpenAiServer(String name, UpstreamSettings.Server server, ObjectMapper json, Departures departures) {
        this.calls = new ServerCalls(name, server, json, departures);
        this.silence = server.silence();
        this.json = json;
    }

    @Override
    public Generated generate(Admission admission) {
        return switch (admission.prompt()) {
            case Prompt.Chat chat -> texts(calls.json(admission, "/chat/completions", request(chat)), chat.choices());
            case Prompt.Picture picture -> pictures(calls.json(admission, "/images/generations", request(picture)));
            case Prompt.Edit edit -> pictures(calls.form(admission, "/images/edits", edit));
            case Prompt.Speech speech -> sound(calls.sound(admission, "/audio/speech", request(speech)));
        };
    }

    @Override
    public TextStream stream(Admission admission) {
        if (!(admission.prompt() instanceof Prompt.Chat chat)) {
            throw UNSUPPORTED.with("only conversations can be streamed");
        }
        ObjectNode body = request(chat).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        return new ServerStream(calls.events(admission, "/chat/completions", body), json, silence);
    }

    private ObjectNode request(Prompt.Chat chat) {
        try {
            return (ObjectNode) json.readTree(chat.request());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("the gateway wrote this JSON itself", e);
        }
    }

    private ObjectNode request(Prompt.Picture picture) {
        return json.createObjectNode()
                .put("model", picture.model().value())
                .put("prompt", picture.description())
                .put("n", picture.count())
                .put("size", picture.width() + "x" + picture.height())
                .put("response_format", "b64_json");
    }

    private ObjectNode request(Prompt.Speech speech) {
        ObjectNode body = json.createObjectNode()
                .put("model", speech.model().value())
                .put("input", speech.text())
                .put("voice", speech.voice())
                .put("speed", speech.speed())
                .put("response_format", "wav");
        if (!speech.instructions().isEmpty()) {
            body.put("instructions", speech.instructions());
        }
        return body;
    }

    private static Generated texts(JsonNode answer, int wanted) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode choice : answer.path("choices")) {
            JsonNode content = choice.path("message").path("content");
            if (!content.isTextual()) {
                throw ServerFailure.broken("answered without text");
            }
            pieces.add(new Piece.Text(
                    content.asText(), choice.path("finish_reason").asText("stop")));
        }
        if (pieces.size() != wanted) {
            throw ServerFailure.broken("gave " + pieces.size() + " answers instead of " + wanted);
        }
        return new Generated(pieces, usage(answer));
    }

    static Usage usage(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        return new Usage(
                usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0));
    }

    private static Generated pictures(JsonNode answer) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            pieces.add(new Piece.Medium(picture(item.path("b64_json").asText(""))));
        }
        if (pieces.isEmpty()) {
            throw ServerFailure.broken("answered without a picture");
        }
        return new Generated(pieces, Usage.NONE);
    }

    private static Media picture(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            MediaType type = MediaType.sniff(bytes)
                    .filter(seen -> seen == MediaType.PNG || seen == MediaType.JPEG)
                    .orElseThrow(() -> ServerFailure.broken("sent a picture that is neither PNG nor JPEG"));
            return new Media(type, bytes);
        } catch (IllegalArgumentException e) {
            throw ServerFailure.broken("sent a picture that is not Base64");
        }
    }

    private static Generated sound(byte[] bytes) {
        if (MediaType.sniff(bytes).filter(MediaType.WAV::equals).isEmpty()) {
            throw ServerFailure.broken("sent a sound that is no WAV file");
        }
        return new Generated(List.of(new Piece.Medium(new Media(MediaType.WAV, bytes))), Usage.NONE);
    }
}

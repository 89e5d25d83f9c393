package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.Departures;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.ToolCall;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Usage;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.id.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// Any server that speaks OpenAI's protocol.
///
/// Of its answers only what the gateway reviews is taken over; everything else a server may send is dropped.
final class OpenAiServer implements Upstream {
    private static final Set<String> REASONS = Set.of("stop", "length", "tool_calls", "content_filter");

    private final ServerCalls calls;
    private final Duration silence;
    private final boolean callsBack;
    private final ObjectMapper json;

    OpenAiServer(String name, UpstreamSettings.Server server, ObjectMapper json, Departures departures) {
        this.calls = new ServerCalls(name, server, json, departures);
        this.silence = server.silence();
        this.callsBack = server.callsBack();
        this.json = json;
    }

    @Override
    public Generated generate(Admission admission) {
        return switch (admission.prompt()) {
            case Prompt.Chat chat -> texts(calls.json(admission, "/chat/completions", request(chat)), chat.choices());
            case Prompt.Picture picture ->
                pictures(calls.json(admission, "/images/generations", request(picture)), picture.count());
            case Prompt.Edit edit -> pictures(calls.form(admission, "/images/edits", edit(edit)), edit.count());
            case Prompt.Variation variation ->
                pictures(calls.form(admission, "/images/variations", variation(variation)), variation.count());
            case Prompt.Speech speech -> sound(calls.sound(admission, "/audio/speech", request(speech)));
            case Prompt.Transcription transcription ->
                transcript(calls.form(admission, "/audio/transcriptions", transcription(transcription)));
            case Prompt.Film _ -> throw UNSUPPORTED.with("films are made by jobs: ask /v1/videos");
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

    @Override
    public FilmServer films() {
        return new OpenAiFilms(calls, callsBack);
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
        speech.sample().ifPresent(sample -> {
            body.put("ref_audio", inline(sample.sound()));
            if (!sample.words().isEmpty()) {
                body.put("ref_text", sample.words());
            }
        });
        return body;
    }

    /// OpenAI has no field for a voice to be imitated; these are the ones of vLLM-Omni's speech interface.
    private static String inline(Media sound) {
        return "data:" + sound.type().mimeType() + ";base64,"
                + Base64.getEncoder().encodeToString(sound.bytes());
    }

    private static MultipartForm edit(Prompt.Edit edit) {
        return new MultipartForm()
                .field("model", edit.model().value())
                .field("prompt", edit.instruction())
                .field("n", String.valueOf(edit.count()))
                .field("response_format", "b64_json")
                .file("image", edit.picture());
    }

    private static MultipartForm variation(Prompt.Variation variation) {
        return new MultipartForm()
                .field("model", variation.model().value())
                .field("n", String.valueOf(variation.count()))
                .field("response_format", "b64_json")
                .file("image", variation.picture());
    }

    private static MultipartForm transcription(Prompt.Transcription transcription) {
        var form = new MultipartForm()
                .field("model", transcription.model().value())
                .field("response_format", "json")
                .file("file", transcription.sound());
        if (!transcription.hint().isEmpty()) {
            form.field("prompt", transcription.hint());
        }
        return transcription.language().isEmpty() ? form : form.field("language", transcription.language());
    }

    private static Generated transcript(JsonNode answer) {
        if (!answer.path("text").isTextual()) {
            throw ServerFailure.broken("answered without a transcript");
        }
        return new Generated(List.of(new Piece.Text(answer.path("text").asText(), "stop")), Usage.NONE);
    }

    private static Generated texts(JsonNode answer, int wanted) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode choice : answer.path("choices")) {
            pieces.add(
                    answer(choice.path("message"), choice.path("finish_reason").asText("stop")));
        }
        if (pieces.size() != wanted) {
            throw ServerFailure.broken("gave " + pieces.size() + " answers instead of " + wanted);
        }
        return new Generated(pieces, usage(answer));
    }

    /// A refusal is a text like any other.
    private static Piece.Text answer(JsonNode message, String finishReason) {
        List<ToolCall> made = new ArrayList<>();
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode function = call.path("function");
            if (!function.path("name").isTextual() || made.size() == ToolCall.MOST) {
                throw ServerFailure.broken("called a tool in a way that is not understood");
            }
            made.add(new ToolCall(
                    "call_" + Secrets.next(),
                    function.path("name").asText(),
                    function.path("arguments").asText("{}")));
        }
        JsonNode text = message.path("content").isTextual() ? message.path("content") : message.path("refusal");
        if (!text.isTextual() && made.isEmpty()) {
            throw ServerFailure.broken("answered without text");
        }
        return new Piece.Text(text.asText(""), made, REASONS.contains(finishReason) ? finishReason : "stop");
    }

    static Usage usage(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        return new Usage(
                usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0));
    }

    private static Generated pictures(JsonNode answer, int wanted) {
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode item : answer.path("data")) {
            pieces.add(new Piece.Medium(picture(item.path("b64_json").asText(""))));
        }
        if (pieces.isEmpty()) {
            throw ServerFailure.broken("answered without a picture");
        }
        if (pieces.size() > wanted) {
            throw ServerFailure.broken("sent more pictures than were asked for");
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

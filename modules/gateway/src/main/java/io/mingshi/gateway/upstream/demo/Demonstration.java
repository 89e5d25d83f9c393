package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.generation.FilmServer;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Usage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/// The built-in generator for trying the platform out; the same prompt always gives the same result.
@ApplicationScoped
public class Demonstration implements Upstream {
    /// Models of this generator have names that begin with this.
    public static final String PREFIX = "mingshi-demo-";

    private final Conversation conversation;

    Demonstration(ObjectMapper json) {
        this.conversation = new Conversation(json);
    }

    @Override
    public Generated generate(Admission admission) {
        return switch (admission.prompt()) {
            case Prompt.Chat chat -> chat(chat);
            case Prompt.Picture picture -> media(picture.count(), i -> Painting.of(picture, i));
            case Prompt.Edit edit ->
                media(edit.count(), i -> Retouching.of(edit.picture(), Painting.seed(edit.instruction(), i)));
            case Prompt.Variation variation ->
                media(variation.count(), i -> Retouching.of(variation.picture(), Painting.seed("", i)));
            case Prompt.Speech speech -> media(1, _ -> Tones.of(speech));
            case Prompt.Transcription transcription ->
                new Generated(List.of(new Piece.Text(Conversation.heard(transcription), "stop")), Usage.NONE);
            case Prompt.Film _ -> throw UNSUPPORTED.with("films are made by jobs: ask /v1/videos");
        };
    }

    @Override
    public TextStream stream(Admission admission) {
        if (!(admission.prompt() instanceof Prompt.Chat chat)) {
            throw UNSUPPORTED.with("only conversations can be streamed");
        }
        return new SpokenText(
                IntStream.range(0, chat.choices())
                        .mapToObj(i -> conversation.answer(chat, i))
                        .toList(),
                usage(chat));
    }

    @Override
    public FilmServer films() {
        return new Filming();
    }

    private Generated chat(Prompt.Chat chat) {
        List<Piece> pieces = IntStream.range(0, chat.choices())
                .<Piece>mapToObj(i -> conversation.answer(chat, i))
                .toList();
        return new Generated(pieces, usage(chat));
    }

    private Usage usage(Prompt.Chat chat) {
        return new Usage(
                chat.texts().stream().mapToLong(String::length).sum(),
                IntStream.range(0, chat.choices())
                        .mapToLong(i -> conversation.answer(chat, i).text().length())
                        .sum());
    }

    private interface Maker {
        Media make(int variant);
    }

    private static Generated media(int count, Maker maker) {
        List<Piece> pieces = IntStream.range(0, count)
                .<Piece>mapToObj(i -> new Piece.Medium(maker.make(i)))
                .toList();
        return new Generated(pieces, Usage.NONE);
    }
}

package io.mingshi.gateway.upstream.demo;

import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
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

    @Override
    public Generated generate(Admission admission) {
        return switch (admission.prompt()) {
            case Prompt.Chat chat -> chat(chat);
            case Prompt.Picture picture -> media(picture.count(), i -> Painting.of(picture, i));
            case Prompt.Edit edit -> media(edit.count(), i -> Retouching.of(edit, i));
            case Prompt.Speech speech -> media(1, _ -> Tones.of(speech));
        };
    }

    @Override
    public TextStream stream(Admission admission) {
        if (!(admission.prompt() instanceof Prompt.Chat chat)) {
            throw UNSUPPORTED.with("only conversations can be streamed");
        }
        return new SpokenText(
                IntStream.range(0, chat.choices())
                        .mapToObj(i -> Conversation.answer(chat, i))
                        .toList(),
                usage(chat));
    }

    private static Generated chat(Prompt.Chat chat) {
        List<Piece> pieces = IntStream.range(0, chat.choices())
                .<Piece>mapToObj(i -> new Piece.Text(Conversation.answer(chat, i), "stop"))
                .toList();
        return new Generated(pieces, usage(chat));
    }

    private static Usage usage(Prompt.Chat chat) {
        return new Usage(
                chat.texts().stream().mapToLong(String::length).sum(),
                IntStream.range(0, chat.choices())
                        .mapToLong(i -> Conversation.answer(chat, i).length())
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

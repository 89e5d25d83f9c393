package io.mingshi.gateway.upstream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.companion.Reply;
import io.mingshi.gateway.generation.Generated;
import io.mingshi.gateway.generation.TextStream;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Usage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

/// Answers in a model's place with what the admission says; it costs nothing, and goes the way of every
/// answer.
final class OwnWords implements Upstream {
    @Override
    public Generated generate(Admission admission) {
        List<Generated.Piece> pieces = choices(admission)
                .<Generated.Piece>mapToObj(_ -> new Generated.Piece.Text(words(admission), "stop"))
                .toList();
        return new Generated(pieces, Usage.NONE);
    }

    @Override
    public TextStream stream(Admission admission) {
        return new Said(new ArrayDeque<>(choices(admission)
                .mapToObj(choice -> new TextStream.Piece(choice, words(admission), "stop"))
                .toList()));
    }

    private static IntStream choices(Admission admission) {
        return IntStream.range(0, admission.prompt() instanceof Prompt.Chat chat ? chat.choices() : 1);
    }

    /// Where a program reads the answer, it stays JSON.
    private static String words(Admission admission) {
        String text = admission.grounds().turn().reply().map(Reply::text).orElseThrow();
        boolean data = admission.prompt() instanceof Prompt.Chat chat && chat.form() == Prompt.Form.DATA;
        return data ? JsonNodeFactory.instance.objectNode().put("reply", text).toString() : text;
    }

    private record Said(Queue<TextStream.Piece> pieces) implements TextStream {
        @Override
        public Optional<TextStream.Piece> next() {
            return Optional.ofNullable(pieces.poll());
        }

        @Override
        public Usage usage() {
            return Usage.NONE;
        }

        @Override
        public void close() {
            pieces.clear();
        }
    }
}

package io.mingshi.gateway.generation;

import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.Media;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a model made: neither screened nor labelled, so nothing here can be sent.
public record Generated(List<Piece> pieces, Usage usage) {
    public Generated {
        pieces = List.copyOf(pieces);
    }

    /// One work to be.
    public sealed interface Piece {
        /// @param text empty where there are only calls
        /// @param finishReason as the model gave it, such as `stop` or `length`
        record Text(String text, List<ToolCall> calls, String finishReason) implements Piece {
            public Text {
                calls = List.copyOf(calls);
            }

            public Text(String text, String finishReason) {
                this(text, List.of(), finishReason);
            }

            /// Everything in it that is to be screened: as it is written, and as a program reads it.
            List<String> says() {
                return Stream.concat(
                                Stream.of(text, JsonEscapes.read(text)).distinct(),
                                calls.stream().map(ToolCall::says))
                        .toList();
            }

            /// The calls as the record of the work keeps them, behind the text.
            public String writtenCalls() {
                return calls.stream().map(ToolCall::written).collect(Collectors.joining());
            }
        }

        record Medium(Media media) implements Piece {}
    }
}

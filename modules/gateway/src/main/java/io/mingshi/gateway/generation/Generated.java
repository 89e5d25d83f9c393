package io.mingshi.gateway.generation;

import io.mingshi.gateway.Media;
import java.util.List;

/// What a model made: neither screened nor labelled, so nothing here can be sent.
public record Generated(List<Piece> pieces, Usage usage) {
    public Generated {
        pieces = List.copyOf(pieces);
    }

    /// One work to be.
    public sealed interface Piece {
        /// @param finishReason as the model gave it, such as `stop` or `length`
        record Text(String text, String finishReason) implements Piece {}

        record Medium(Media media) implements Piece {}
    }
}

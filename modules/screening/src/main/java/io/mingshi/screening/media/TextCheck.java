package io.mingshi.screening.media;

import io.mingshi.screening.Screener;
import io.mingshi.screening.Verdict;
import io.mingshi.screening.media.Signal.Level;
import java.util.List;

/// Decides on the words that were read in a picture or heard in a sound.
@FunctionalInterface
public interface TextCheck {
    /// What is wrong with the text; empty when nothing.
    ///
    /// @throws RuntimeException when it cannot be decided; then there is no verdict on the picture or sound either
    List<Signal> look(String text);

    /// Decides by the terms of a feature library.
    static TextCheck of(Screener screener) {
        return text -> screener.screen(text) instanceof Verdict.Block block
                ? List.of(new Signal(block.rule().id(), block.rule().category(), 1, Level.BLOCK))
                : List.of();
    }
}

package io.mingshi.screening.media;

import io.mingshi.screening.media.Signal.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was decided on one picture, sound or film.
public sealed interface MediaVerdict {
    /// Something that can tell prohibited content found none.
    ///
    /// @param by the names of the checks that could tell
    record Allow(List<String> by) implements MediaVerdict {
        public Allow {
            by = List.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("only a check that can tell prohibited content allows");
            }
        }
    }

    /// A person has to look.
    record Review(Signal because) implements MediaVerdict {}

    record Block(Signal because) implements MediaVerdict {}

    /// Nothing ran that can tell prohibited content: there is no verdict.
    record Undecided() implements MediaVerdict {}

    /// The strongest signal decides; without one, whether anything could tell.
    ///
    /// @param able the names of the checks that ran and can tell prohibited content
    static MediaVerdict of(Collection<Signal> signals, List<String> able) {
        Optional<Signal> strongest = signals.stream()
                .filter(signal -> signal.level() != Level.NOTE)
                .max(Comparator.comparing(Signal::level).thenComparingDouble(Signal::score));
        if (strongest.isPresent()) {
            Signal because = strongest.get();
            return because.level() == Level.BLOCK ? new Block(because) : new Review(because);
        }
        return able.isEmpty() ? new Undecided() : new Allow(able);
    }
}

package io.mingshi.screening;

import java.util.List;
import java.util.Optional;

/// Screens texts against a fixed list of rules; immutable, to be shared by all threads.
///
/// Text and terms are folded alike: compatibility forms (full width), case and diacritics are levelled, zero-width
/// characters are dropped. Terms in alphabetic scripts match whole words only ("java" contains "av"), with any
/// separator where the term has one; Han terms match anywhere, even with up to two separators inside. Traditional
/// and simplified characters are not equated: no small table does that truthfully, so a library lists both.
public final class Screener {
    /// The longest term, in folded letters; it bounds how much a stream can hold back.
    public static final int LONGEST_TERM = Automaton.LONGEST_TERM;

    private final Automaton automaton;

    private Screener(Automaton automaton) {
        this.automaton = automaton;
    }

    /// Compiles the rules.
    ///
    /// @throws IllegalArgumentException with one sentence if a term has no letters or too many
    public static Screener of(List<Rule> rules) {
        return new Screener(Automaton.of(rules));
    }

    /// How many letters of a term are compared; a usable term has 1 to [#LONGEST_TERM].
    public static int letters(String term) {
        return term.codePoints()
                .mapToObj(Folding::of)
                .filter(folded -> !Folding.separates(folded))
                .mapToInt(folded -> folded.length)
                .sum();
    }

    /// Decides on a whole text; the first forbidden term is reported.
    public Verdict screen(String text) {
        var scan = new Scan(automaton);
        for (int i = 0; i < text.length() && scan.block().isEmpty(); ) {
            int codePoint = text.codePointAt(i);
            scan.take(codePoint, i);
            i += Character.charCount(codePoint);
        }
        scan.end();
        Optional<Verdict.Block> block = scan.block();
        return block.isPresent() ? block.get() : new Verdict.Allow();
    }

    /// Starts to screen a text that arrives in pieces.
    public StreamScreener stream() {
        return new StreamScreener(new Scan(automaton));
    }
}

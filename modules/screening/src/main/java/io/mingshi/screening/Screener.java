package io.mingshi.screening;

import io.mingshi.screening.folding.Folding;
import java.util.List;
import java.util.Map;

/// Screens texts against a fixed list of rules; immutable, to be shared by all threads.
///
/// Text and terms are folded alike: compatibility forms (full width, circled letters), case, diacritics, traditional
/// characters and look-alikes of Latin letters are levelled, zero-width characters are dropped. Terms in alphabetic
/// scripts match whole words only ("java" contains "av"), with any separator where the term has one, spelled out with
/// one or two separators between all letters, or with some digits for letters; Han terms match anywhere, even with up
/// to two separators inside or with characters split into their halves.
public final class Screener {
    /// The longest term, in folded letters; it bounds how much a stream can hold back.
    public static final int LONGEST_TERM = Spellings.LONGEST;

    private final Compiled compiled;

    private Screener(Compiled compiled) {
        this.compiled = compiled;
    }

    /// Compiles the rules.
    ///
    /// @throws IllegalArgumentException with one sentence if a rule cannot be searched for
    public static Screener of(List<Rule> rules) {
        return of(rules, Map.of());
    }

    /// Compiles the rules with the classifiers that they name.
    ///
    /// @throws IllegalArgumentException with one sentence if a rule is unusable or needs another classifier
    public static Screener of(List<Rule> rules, Map<String, TextClassifier> classifiers) {
        return new Screener(Compiled.of(rules, classifiers));
    }

    /// How many letters of a term are compared; a usable term has 1 to [#LONGEST_TERM].
    public static int letters(String term) {
        return term.codePoints()
                .mapToObj(Folding.PLAIN::of)
                .filter(folded -> !Folding.separates(folded))
                .mapToInt(folded -> folded.length)
                .sum();
    }

    /// Decides on a whole text for everybody; the first forbidden match is reported.
    public Verdict screen(String text) {
        return screen(text, Audience.EVERYBODY);
    }

    /// Decides on a whole text; the first forbidden match is reported, or else the first to be reviewed.
    public Verdict screen(String text, Audience audience) {
        var scan = new Scan(compiled, audience);
        char[] characters = text.toCharArray();
        scan.read(characters, characters.length, 0);
        scan.end();
        return scan.verdict();
    }

    /// Starts to screen a text for everybody that arrives in pieces.
    public StreamScreener stream() {
        return stream(Audience.EVERYBODY);
    }

    /// Starts to screen a text that arrives in pieces.
    public StreamScreener stream(Audience audience) {
        return new StreamScreener(new Scan(compiled, audience));
    }
}

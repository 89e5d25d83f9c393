package io.mingshi.screening;

/// What a rule looks for.
public sealed interface Sought {
    /// A word or phrase.
    ///
    /// @param pinyin whether its syllables in Latin letters are found, too; for terms whose reading is no word
    record Term(String text, boolean pinyin) implements Sought {}

    /// A pattern over letters, see [Expression].
    record Pattern(String expression) implements Sought {}

    /// A sentence that a classifier gives at least this score.
    ///
    /// @param threshold more than 0, at most 1
    record Classified(String classifier, double threshold) implements Sought {
        public Classified {
            if (!(threshold > 0 && threshold <= 1)) {
                throw new IllegalArgumentException("a threshold is more than 0 and at most 1");
            }
        }
    }

    /// A phrase inside which nothing is found, because it is said against what the terms in it stand for.
    record Exempt(String phrase) implements Sought {}

    /// A symbol or emoji that is read as this text.
    record Sign(String sign, String meaning) implements Sought {}
}

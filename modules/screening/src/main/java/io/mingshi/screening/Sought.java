package io.mingshi.screening;

import org.jspecify.annotations.Nullable;

/// What a rule looks for.
public sealed interface Sought {
    /// As a library writes it.
    ///
    /// @param kind `TERM`, `PATTERN`, `CLASSIFIER`, `EXEMPTION` or `SIGN`
    /// @param meaning of a sign
    /// @param threshold of a classifier
    /// @throws IllegalArgumentException with one sentence if there is no such kind, or it lacks what it needs
    static Sought of(String kind, String text, boolean pinyin, @Nullable String meaning, @Nullable Double threshold) {
        return switch (kind) {
            case "TERM" -> new Term(text, pinyin);
            case "PATTERN" -> new Pattern(text);
            case "CLASSIFIER" -> {
                if (threshold == null) {
                    throw new IllegalArgumentException("a classifier needs a threshold of more than 0 and at most 1");
                }
                yield new Classified(text, threshold);
            }
            case "EXEMPTION" -> new Exempt(text);
            case "SIGN" -> {
                if (meaning == null) {
                    throw new IllegalArgumentException("a sign needs the meaning that it is read as");
                }
                yield new Sign(text, meaning);
            }
            default -> throw new IllegalArgumentException("there is no entry of the kind " + kind);
        };
    }

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

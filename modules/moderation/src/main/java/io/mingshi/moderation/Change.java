package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.TERM_UNUSABLE;

import io.mingshi.screening.Screener;

/// What a proposal would do to the library.
public sealed interface Change {
    String category();

    String term();

    /// Puts a term into the library.
    record Add(String category, String term) implements Change {
        /// A term of one letter would forbid nearly every text.
        static final int FEWEST_LETTERS = 2;

        /// Separators and invisible characters included; what is longer is no term.
        static final int MOST_CHARACTERS = 256;

        public Add {
            category = Categories.checked(category);
            term = term.strip();
            if (term.length() > MOST_CHARACTERS || Screener.letters(term) > Screener.LONGEST_TERM) {
                throw TERM_UNUSABLE.with("the term is too long: give at most " + Screener.LONGEST_TERM + " letters and "
                        + MOST_CHARACTERS + " characters in all");
            }
            if (Screener.letters(term) < FEWEST_LETTERS) {
                throw TERM_UNUSABLE.with("the term needs at least " + FEWEST_LETTERS
                        + " letters or digits; spaces, punctuation, symbols and invisible characters do not count");
            }
            if (term.codePoints().anyMatch(Character::isISOControl)) {
                throw TERM_UNUSABLE.with("the term contains a line break, a tab or another control character");
            }
        }
    }

    /// Takes an entry out of the library; its rule stays known for the decisions it caused.
    record Retire(String ruleId, String category, String term) implements Change {}
}

package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.TERM_UNUSABLE;

import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryAudience;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.screening.Screener;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an entry says, before it has a number.
///
/// @param term what is looked for, see [LibraryEntry]
/// @param meaning what a sign is read as; null for other kinds
/// @param threshold of a classifier; null for other kinds
public record Content(
        String category,
        String term,
        EntryKind kind,
        EntryAction action,
        EntryAudience audience,
        boolean pinyin,
        @Nullable String meaning,
        @Nullable Double threshold) {
    /// A term of one letter would forbid nearly every text.
    private static final int FEWEST_LETTERS = 2;

    /// Separators and invisible characters included; what is longer is no term.
    private static final int MOST_CHARACTERS = 256;

    private static final Pattern CLASSIFIER = Pattern.compile("[a-z0-9-]{1,64}");

    /// A forbidden term, for everybody.
    public static Content ofTerm(String category, String term) {
        return new Content(
                category, term, EntryKind.TERM, EntryAction.BLOCK, EntryAudience.EVERYBODY, false, null, null);
    }

    public static Content of(LibraryEntry entry) {
        return new Content(
                entry.category(),
                entry.term(),
                entry.kind(),
                entry.action(),
                entry.audience(),
                entry.pinyin(),
                entry.meaning(),
                entry.threshold());
    }

    public LibraryEntry entry(String ruleId) {
        return new LibraryEntry(ruleId, category, term, kind, action, audience, pinyin, meaning, threshold);
    }

    /// By what an entry is listed at most once.
    public String key() {
        return kind + " " + audience + " " + term;
    }

    /// The same in the form in which it is kept.
    ///
    /// @throws io.mingshi.contracts.ProblemException `CATEGORY_UNKNOWN`, `TERM_UNUSABLE`
    public Content checked() {
        var stripped = new Content(
                Categories.checked(category), term.strip(), kind, action, audience, pinyin, meaning, threshold);
        stripped.requireUsable();
        return stripped;
    }

    private void requireUsable() {
        String said = meaning == null ? term : term + meaning;
        if (said.codePoints().anyMatch(Character::isISOControl)) {
            throw TERM_UNUSABLE.with("the term contains a line break, a tab or another control character");
        }
        if (term.length() > MOST_CHARACTERS || (meaning != null && meaning.length() > MOST_CHARACTERS)) {
            throw TERM_UNUSABLE.with("the term is too long: give at most " + Screener.LONGEST_TERM + " letters and "
                    + MOST_CHARACTERS + " characters in all");
        }
        if ((kind == EntryKind.EXEMPTION || kind == EntryKind.SIGN) && audience != EntryAudience.EVERYBODY) {
            throw TERM_UNUSABLE.with("an exemption or a sign counts for everybody: leave the audience out");
        }
        switch (kind) {
            case TERM, EXEMPTION -> requireLetters();
            case CLASSIFIER -> {
                if (!CLASSIFIER.matcher(term).matches()) {
                    throw TERM_UNUSABLE.with("a classifier is named by small letters, digits and hyphens");
                }
            }
            case PATTERN, SIGN -> {}
        }
        Rules.requireUsable(List.of(entry("proposed")));
    }

    private void requireLetters() {
        int letters = Screener.letters(term);
        if (letters > Screener.LONGEST_TERM) {
            throw TERM_UNUSABLE.with("the term is too long: give at most " + Screener.LONGEST_TERM + " letters");
        }
        if (letters < FEWEST_LETTERS) {
            throw TERM_UNUSABLE.with("the term needs at least " + FEWEST_LETTERS
                    + " letters or digits; spaces, punctuation, symbols and invisible characters do not count");
        }
    }
}

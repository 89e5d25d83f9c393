package io.mingshi.contracts.moderation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One approved entry of the feature library.
///
/// @param ruleId the entry's stable number, written into every decision it causes
/// @param category the kind of risk, one of the 31 of TC260-003 annex A, such as `A.1-3`
/// @param term the word or phrase, the pattern, the classifier's name, the exempt phrase, or the sign
/// @param kind a term where it is not said
/// @param action block where it is not said
/// @param audience everybody where it is not said
/// @param pinyin whether a term is also found by its syllables in Latin letters
/// @param meaning what a sign is read as; null for other kinds
/// @param threshold from which score on a classifier counts, more than 0 and at most 1; null for other kinds
public record LibraryEntry(
        String ruleId,
        String category,
        String term,
        EntryKind kind,
        EntryAction action,
        EntryAudience audience,
        boolean pinyin,
        @Nullable String meaning,
        @Nullable Double threshold) {
    public LibraryEntry {
        kind = Objects.requireNonNullElse(kind, EntryKind.TERM);
        action = Objects.requireNonNullElse(action, EntryAction.BLOCK);
        audience = Objects.requireNonNullElse(audience, EntryAudience.EVERYBODY);
    }

    /// A forbidden term, for everybody.
    public LibraryEntry(String ruleId, String category, String term) {
        this(ruleId, category, term, EntryKind.TERM, EntryAction.BLOCK, EntryAudience.EVERYBODY, false, null, null);
    }
}

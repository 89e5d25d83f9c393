package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.moderation.EntryAction;
import io.mingshi.contracts.moderation.EntryAudience;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.moderation.Content;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An entry as people write it; what is left out is a term that blocks for everybody.
record EntryBody(
        @Nullable String category,
        @Nullable String term,
        @Nullable String kind,
        @Nullable String verdict,
        @Nullable String audience,
        @Nullable Boolean pinyin,
        @Nullable String meaning,
        @Nullable Double threshold) {
    Content content() {
        return new Content(
                given("category", category),
                given("term", term),
                named("kind", EntryKind.class, kind, EntryKind.TERM),
                named("verdict", EntryAction.class, verdict, EntryAction.BLOCK),
                named("audience", EntryAudience.class, audience, EntryAudience.EVERYBODY),
                Boolean.TRUE.equals(pinyin),
                meaning == null || meaning.isBlank() ? null : meaning,
                threshold);
    }

    static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw PROPOSAL_INCOMPLETE.with("the field " + field + " is missing or empty");
        }
        return value;
    }

    static <E extends Enum<E>> E named(String field, Class<E> type, @Nullable String name, E otherwise) {
        if (name == null || name.isBlank()) {
            return otherwise;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow(() -> PROPOSAL_INCOMPLETE.with(
                        "the field " + field + " is one of " + Arrays.toString(type.getEnumConstants())));
    }
}

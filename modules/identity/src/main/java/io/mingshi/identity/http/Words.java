package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import org.jspecify.annotations.Nullable;

/// Reads words that are kept and told.
final class Words {
    private static final int MAX_REASON = 500;
    private static final int MAX_CASE = 100;

    private Words() {}

    static String reason(@Nullable String words) {
        return bounded("reason", words, MAX_REASON);
    }

    static String caseNumber(@Nullable String words) {
        return bounded("caseNumber", words, MAX_CASE);
    }

    private static String bounded(String field, @Nullable String words, int most) {
        if (words == null || words.isBlank() || words.length() > most) {
            throw MALFORMED_REQUEST.with("the field " + field + " needs 1 to " + most + " characters");
        }
        return words.strip();
    }
}

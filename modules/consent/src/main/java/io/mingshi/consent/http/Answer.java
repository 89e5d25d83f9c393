package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import org.jspecify.annotations.Nullable;

/// What the depicted person says to an invitation.
sealed interface Answer {
    record Grant(@Nullable String noticeVersion, boolean separately) implements Answer {}

    record Refuse() implements Answer {}

    /// @param separately never assumed: what is missing is false
    record Body(
            @Nullable String answer,
            @Nullable String noticeVersion,
            @Nullable Boolean separately) {}

    static Answer of(@Nullable Body body) {
        if (body != null && "GRANT".equals(body.answer)) {
            return new Grant(body.noticeVersion, Boolean.TRUE.equals(body.separately));
        }
        if (body != null && "REFUSE".equals(body.answer)) {
            return new Refuse();
        }
        throw MALFORMED_REQUEST.with("the field answer must be GRANT or REFUSE");
    }
}

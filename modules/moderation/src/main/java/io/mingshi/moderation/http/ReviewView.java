package io.mingshi.moderation.http;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.review.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An item of the queue.
///
/// @param state `WAITING`, `CLAIMED`, `RELEASED` or `WITHHELD`
/// @param urgent whether somebody may be in danger
/// @param claimedBy who works on it; null when nobody does
record ReviewView(
        String review,
        String state,
        boolean escalated,
        boolean urgent,
        @Nullable ProduceId work,
        PersonId person,
        String part,
        ContentKind kind,
        String reason,
        @Nullable String category,
        Instant openedAt,
        @Nullable PersonId claimedBy,
        @Nullable Instant claimedUntil) {

    static ReviewView of(Review review, Instant now) {
        var opened = review.opened();
        PersonId claimedBy = review.claimedBy(now);
        var claim = review.claim();
        return new ReviewView(
                review.number(),
                state(review, claimedBy),
                review.escalated(),
                opened.urgent(),
                opened.work(),
                opened.person(),
                opened.part(),
                opened.kind(),
                opened.reason(),
                opened.category(),
                review.openedAt(),
                claimedBy,
                claimedBy == null || claim == null ? null : claim.until());
    }

    private static String state(Review review, @Nullable PersonId claimedBy) {
        var decided = review.decided();
        if (decided != null) {
            return decided.released() ? "RELEASED" : "WITHHELD";
        }
        return claimedBy == null ? "WAITING" : "CLAIMED";
    }
}

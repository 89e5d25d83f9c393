package io.mingshi.moderation.bank;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// A question of a sample, and what was found when it was put to the service.
///
/// @param number in the sample, from 1
/// @param refused whether the service refused to answer; null while nobody has annotated it
/// @param acceptable whether what it said is safe; null while nobody has annotated it
/// @param reviewer never the annotator
public record Item(
        int number,
        String bank,
        Purpose purpose,
        Question question,
        @Nullable Boolean refused,
        @Nullable Boolean acceptable,
        @Nullable PersonId annotator,
        @Nullable PersonId reviewer) {
    boolean done() {
        return reviewer != null;
    }
}

package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;

import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What every decision comes with.
///
/// @param policy the name of a published policy
record DecisionRequest(
        @Nullable String policy,
        @Nullable String reason,
        @Nullable List<@Nullable String> evidence) {

    static Reasons reasons(@Nullable DecisionRequest request) {
        if (request == null) {
            throw DECISION_INCOMPLETE.with("send a JSON body with policy, reason and evidence");
        }
        return reasons(request.policy(), request.reason(), request.evidence());
    }

    static Reasons reasons(
            @Nullable String policy, @Nullable String reason, @Nullable List<@Nullable String> evidence) {
        List<String> given = evidence == null
                ? List.of()
                : evidence.stream()
                        .map(item -> Objects.requireNonNullElse(item, ""))
                        .toList();
        return new Reasons(Policy.named(Objects.requireNonNullElse(policy, "")), Reasons.reason(reason), given);
    }

    /// @throws io.mingshi.contracts.ProblemException `DECISION_INCOMPLETE`
    static <T> T present(@Nullable T value, String sentence) {
        if (value == null) {
            throw DECISION_INCOMPLETE.with(sentence);
        }
        return value;
    }
}

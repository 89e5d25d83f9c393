package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.ProposeChange;
import org.jspecify.annotations.Nullable;

/// @param action `ADD` (the default) needs `category` and `term`, `RETIRE` needs `ruleId`
record ProposalRequest(
        @Nullable String action,
        @Nullable String category,
        @Nullable String term,
        @Nullable String ruleId,
        @Nullable String reason,
        @Nullable String source) {
    static ProposalRequest present(@Nullable ProposalRequest request) {
        if (request == null) {
            throw PROPOSAL_INCOMPLETE.with("send a JSON body with category, term, reason and source");
        }
        return request;
    }

    Proposal proposedTo(ProposeChange propose, PersonId reviewer) {
        return switch (action == null ? "ADD" : action) {
            case "ADD" ->
                propose.add(
                        given("category", category),
                        given("term", term),
                        given("reason", reason),
                        given("source", source),
                        reviewer);
            case "RETIRE" ->
                propose.retire(given("ruleId", ruleId), given("reason", reason), given("source", source), reviewer);
            default -> throw PROPOSAL_INCOMPLETE.with("the action is ADD or RETIRE");
        };
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw PROPOSAL_INCOMPLETE.with("the field " + field + " is missing or empty");
        }
        return value;
    }
}

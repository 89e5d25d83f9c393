package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;
import static io.mingshi.moderation.http.EntryBody.given;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.ProposeChange;
import org.jspecify.annotations.Nullable;

/// @param action `ADD` (the default) needs an entry's fields, `RETIRE` needs `ruleId`
record ProposalRequest(
        @Nullable String action,
        @Nullable String category,
        @Nullable String term,
        @Nullable String kind,
        @Nullable String verdict,
        @Nullable String audience,
        @Nullable Boolean pinyin,
        @Nullable String meaning,
        @Nullable Double threshold,
        @Nullable String ruleId,
        @Nullable String reason,
        @Nullable String source) {
    static ProposalRequest present(@Nullable ProposalRequest request) {
        if (request == null) {
            throw PROPOSAL_INCOMPLETE.with("send a JSON body with category, term, reason and source");
        }
        return request;
    }

    EntryBody entry() {
        return new EntryBody(category, term, kind, verdict, audience, pinyin, meaning, threshold);
    }

    Proposal proposedTo(ProposeChange propose, PersonId reviewer) {
        return switch (action == null ? "ADD" : action) {
            case "ADD" -> propose.add(entry().content(), given("reason", reason), given("source", source), reviewer);
            case "RETIRE" ->
                propose.retire(given("ruleId", ruleId), given("reason", reason), given("source", source), reviewer);
            default -> throw PROPOSAL_INCOMPLETE.with("the action is ADD or RETIRE");
        };
    }
}

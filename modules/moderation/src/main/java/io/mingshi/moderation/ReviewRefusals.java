package io.mingshi.moderation;

import io.mingshi.servicekit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Shows reviewers what was refused; the look is itself recorded.
@ApplicationScoped
public class ReviewRefusals {
    private final Refusals refusals;
    private final ModerationFacts facts;

    ReviewRefusals(Refusals refusals, ModerationFacts facts) {
        this.refusals = refusals;
        this.facts = facts;
    }

    /// @param before only refusals with a smaller id; empty for the first page
    @Transactional
    public List<RefusedGeneration> latest(Caller reviewer, String before, int limit) {
        facts.readRefusals(reviewer);
        return refusals.latest(before, limit);
    }
}

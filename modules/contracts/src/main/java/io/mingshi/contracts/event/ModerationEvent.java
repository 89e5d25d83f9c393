package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// What `moderation` publishes.
public sealed interface ModerationEvent extends Event {
    /// A new version of the feature library is in force.
    ///
    /// @param proposer who proposed the change
    /// @param approver who approved it: never the proposer
    record LibraryPublished(
            long version, String hash, String ruleId, PersonId proposer, PersonId approver, Instant publishedAt)
            implements ModerationEvent {
        @Override
        public String subject() {
            return "feature-library";
        }
    }
}

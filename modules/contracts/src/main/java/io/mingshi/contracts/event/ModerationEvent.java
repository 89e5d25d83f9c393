package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.moderation.SanctionKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /// A sanction was put on an account.
    ///
    /// @param sanction its number
    /// @param evidence what it rests on, such as the numbers of refusals, reviews or tickets
    /// @param until when it ends by itself; null when it does not
    /// @param by who decided: a reviewer or officer, or `platform` where a published rule counts by itself
    record SanctionImposed(
            PersonId person,
            String sanction,
            SanctionKind kind,
            String reason,
            List<String> evidence,
            @Nullable Instant until,
            PersonId by,
            Instant at)
            implements ModerationEvent {
        public SanctionImposed {
            evidence = List.copyOf(evidence);
        }

        @Override
        public String subject() {
            return person.value();
        }
    }

    /// A sanction is over.
    ///
    /// @param cause `EXPIRED`, `LIFTED` or `APPEAL_UPHELD`
    record SanctionEnded(PersonId person, String sanction, SanctionKind kind, String cause, PersonId by, Instant at)
            implements ModerationEvent {
        @Override
        public String subject() {
            return person.value();
        }
    }

    /// A work is to be taken down: not served, its links dead, its re-upload refused.
    ///
    /// @param decision the number of the decision that its statement of reasons carries
    /// @param contentHash SHA-256 of the labelled bytes, by which a re-upload is known; null when none is known
    /// @param watermark the number hidden in the content, 16 hexadecimal digits; null where none is
    /// @param fingerprint the PDQ hash of a picture, 64 hexadecimal digits; null for other media
    record TakedownOrdered(
            ProduceId work,
            String decision,
            String reason,
            PersonId by,
            Instant at,
            @Nullable String contentHash,
            @Nullable String watermark,
            @Nullable String fingerprint)
            implements ModerationEvent {
        @Override
        public String subject() {
            return work.value();
        }
    }

    /// A takedown was taken back by a second reviewer.
    record TakedownRevoked(ProduceId work, String decision, String reason, PersonId by, Instant at)
            implements ModerationEvent {
        @Override
        public String subject() {
            return work.value();
        }
    }

    /// A person decided on what had been held back for review.
    ///
    /// @param review the number under which it was held
    /// @param released whether it may be delivered
    record ReviewDecided(String review, boolean released, String reason, PersonId by, Instant at)
            implements ModerationEvent {
        @Override
        public String subject() {
            return review;
        }
    }

    /// The person concerned was told why something was restricted.
    ///
    /// @param restriction what was done, such as `REFUSAL`, `TAKEDOWN` or `SUSPENSION`
    /// @param about the number of what it concerns: an admission, a review, a decision or a sanction
    /// @param policy the published policy that it rests on
    /// @param automated whether no person took part in the decision
    /// @param redress where the person concerned appeals
    record StatementIssued(
            PersonId person,
            String statement,
            String restriction,
            String about,
            String policy,
            String facts,
            boolean automated,
            String redress,
            Instant at)
            implements ModerationEvent {
        @Override
        public String subject() {
            return person.value();
        }
    }

    /// Something is to be reported to the authority.
    ///
    /// @param about the number of the decision that is reported
    /// @param due the instant by which the authority's receipt is to be here
    record ReportQueued(String report, String about, String policy, Instant at, Instant due)
            implements ModerationEvent {
        @Override
        public String subject() {
            return report;
        }
    }

    /// The authority confirmed that it has a report.
    ///
    /// @param receipt the authority's own number
    record ReportReceipted(String report, String about, String receipt, Instant at) implements ModerationEvent {
        @Override
        public String subject() {
            return report;
        }
    }
}

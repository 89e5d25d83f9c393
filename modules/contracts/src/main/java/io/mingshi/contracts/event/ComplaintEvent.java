package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What `complaints` publishes. The ticket is named by its public number, not by the secret that lets one read
/// it.
public sealed interface ComplaintEvent extends Event {
    String ticket();

    @Override
    default String subject() {
        return ticket();
    }

    /// Anybody complained about a work.
    ///
    /// @param work the work the complaint is about; null when it could not be told from what was given
    /// @param due the instant by which the result is promised
    record ComplaintFiled(String ticket, @Nullable ProduceId work, String reason, Instant filedAt, Instant due)
            implements ComplaintEvent {}

    /// An officer decided and wrote a result that the complainant can read.
    ///
    /// @param upheld whether the complaint was found right
    /// @param takedown whether the work must be taken down; only when upheld
    record ComplaintResolved(
            String ticket,
            @Nullable ProduceId work,
            boolean upheld,
            boolean takedown,
            PersonId officer,
            Instant resolvedAt)
            implements ComplaintEvent {}

    /// Somebody appealed against a decision about them.
    ///
    /// @param statement the number of the statement of reasons that is appealed against
    /// @param person whom the decision concerns
    /// @param due the instant by which the result is promised
    record AppealFiled(String ticket, String statement, PersonId person, String reason, Instant filedAt, Instant due)
            implements ComplaintEvent {}

    /// An officer who had no part in the decision decided on the appeal.
    ///
    /// @param upheld whether the decision is taken back
    record AppealDecided(
            String ticket, String statement, PersonId person, boolean upheld, PersonId officer, Instant decidedAt)
            implements ComplaintEvent {}
}

package io.mingshi.identity.disclosure;

import io.mingshi.contracts.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an officer asked to learn who a person is, and what became of it.
///
/// @param decision null until another officer decided
/// @param shownAt when the identity was shown, once
public record Disclosure(
        String id,
        PersonId person,
        PersonId officer,
        String caseNumber,
        String reason,
        Instant requestedAt,
        @Nullable Decision decision,
        @Nullable Instant shownAt) {
    /// How long a request waits for a decision, and how long an approval may be used; a policy of ours.
    public static final Duration WAITS = Duration.ofDays(7);

    public static final Duration READABLE = Duration.ofHours(24);

    /// How long after the identity was shown its owner is told, so that nobody is warned of a case in progress; a
    /// policy of ours. Until then silence is what the law foresees where it wants secrecy.
    /// [PIPL-18](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    public static final Duration TOLD_AFTER = Duration.ofDays(90);

    /// @param reason why it was approved or refused
    public record Decision(PersonId officer, boolean approved, String reason, Instant at) {}

    boolean isUndecided(Instant now) {
        return decision == null && now.isBefore(requestedAt.plus(WAITS));
    }

    boolean isReadable(Instant now) {
        return decision != null
                && decision.approved()
                && shownAt == null
                && now.isBefore(decision.at().plus(READABLE));
    }

    Disclosure decided(Decision by) {
        return new Disclosure(id, person, officer, caseNumber, reason, requestedAt, by, null);
    }

    Disclosure shown(Instant at) {
        return new Disclosure(id, person, officer, caseNumber, reason, requestedAt, decision, at);
    }
}

package io.mingshi.moderation.statement;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why something was restricted, as the person concerned reads it.
///
/// Facts, ground, the part that machines had, and the way to appeal
/// ([DSA-17](https://eur-lex.europa.eu/eli/reg/2022/2065/oj)).
///
/// @param about the number of what it concerns: an admission, a review, a decision or a sanction
/// @param work null unless one work is concerned
/// @param kind null where no content is concerned, or where its kind is not known
/// @param category the kind of risk of TC260-003 annex A; null where no rule of the library decided
/// @param detected what drew attention to it
/// @param second who decided together with the first; only of what two people decide
/// @param until when it ends by itself; null when it does not
public record Statement(
        String number,
        PersonId person,
        Restriction restriction,
        String about,
        @Nullable ProduceId work,
        @Nullable ContentKind kind,
        Policy policy,
        @Nullable String category,
        String facts,
        Detected detected,
        PersonId decidedBy,
        @Nullable PersonId second,
        Instant at,
        @Nullable Instant until) {

    /// What draws attention to a content.
    public enum Detected {
        /// A machine.
        AUTOMATICALLY,
        /// A reviewer or officer.
        BY_STAFF,
        /// A complaint from outside.
        BY_COMPLAINT
    }

    /// Whether no person took part in the decision.
    public boolean automated() {
        return decidedBy.equals(AbuseRule.PLATFORM);
    }
}

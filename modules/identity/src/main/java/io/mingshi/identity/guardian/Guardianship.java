package io.mingshi.identity.guardian;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a guardian was asked for consent, and what became of it.
///
/// @param guardian null until somebody consented
public record Guardianship(
        String id,
        PersonId child,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable PersonId guardian,
        @Nullable Relation relation,
        @Nullable String noticeVersion,
        @Nullable Instant consentedAt,
        @Nullable Instant withdrawnAt) {
    /// What a guardian is to the child.
    public enum Relation {
        PARENT,
        OTHER_GUARDIAN
    }

    boolean isOpen(Instant now) {
        return consentedAt == null && now.isBefore(expiresAt);
    }

    boolean isInForce() {
        return consentedAt != null && withdrawnAt == null;
    }

    Guardianship consented(PersonId by, Relation as, String notice, Instant at) {
        return new Guardianship(id, child, requestedAt, expiresAt, by, as, notice, at, null);
    }

    Guardianship withdrawn(Instant at) {
        return new Guardianship(id, child, requestedAt, expiresAt, guardian, relation, noticeVersion, consentedAt, at);
    }
}

package io.mingshi.consent.visit;

import io.mingshi.consent.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A visit through a link by the person to whom it belongs.
///
/// @param guardianshipAt when an officer found that the guardian is one; null until then
public record Visit(
        Terms terms,
        Visitor visitor,
        Challenge challenge,
        @Nullable Instant guardianshipAt) {
    Visit with(Challenge next) {
        return new Visit(terms, visitor, next, guardianshipAt);
    }

    Visit guardianshipFound(Instant at) {
        return new Visit(terms, visitor, challenge, at);
    }

    /// Whether an officer still has to look at the guardianship.
    public boolean awaitsGuardianship() {
        return visitor.guardian() != null && guardianshipAt == null;
    }
}

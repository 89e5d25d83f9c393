package io.mingshi.identity;

import java.time.Instant;

/// That an authority confirmed an identity by one method.
///
/// @param reference the authority's own number of the check
/// @param validUntil from this instant on it does not count
public record Confirmation(Method method, String reference, Instant verifiedAt, Instant validUntil) {
    public boolean isInForce(Instant now) {
        return now.isBefore(validUntil);
    }
}

package io.mingshi.servicekit.caller;

import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Whose sessions were ended a short while ago, so that a token issued before counts no longer, though it
/// has not expired.
///
/// Kept in memory: it is needed only until those tokens have expired by themselves.
@ApplicationScoped
public class EndedSessions {
    /// Longer than any access token or console session lives without being renewed at the login.
    public static final Duration KEPT = Duration.ofHours(1);

    private final Map<PersonId, Instant> ended = new ConcurrentHashMap<>();
    private final Clock clock;

    EndedSessions(Clock clock) {
        this.clock = clock;
    }

    /// What was issued to this person up to this instant counts no longer.
    public void end(PersonId person, Instant at) {
        Instant old = clock.instant().minus(KEPT);
        ended.values().removeIf(old::isAfter);
        if (!at.isBefore(old)) {
            ended.merge(person, at, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /// @param issuedAt in whole seconds, as a token tells it: in doubt the token is refused
    boolean refuses(PersonId person, Instant issuedAt) {
        Instant at = ended.get(person);
        return at != null && !issuedAt.isAfter(at);
    }
}

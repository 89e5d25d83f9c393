package io.mingshi.identity;

import java.time.Instant;

/// Why nothing counts as proven on an account for now.
public record Hold(Cause cause, Instant since) {
    /// What ends the hold depends on it.
    public enum Cause {
        /// Somebody else may be using the account; it ends when the same identity is proven by something
        /// held.
        TAKEOVER_SUSPECTED,
        /// An officer revoked the verification; only an officer ends it.
        REVOKED
    }
}

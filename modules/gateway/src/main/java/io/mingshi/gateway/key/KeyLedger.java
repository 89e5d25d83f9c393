package io.mingshi.gateway.key;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps API keys as SHA-256 hashes; a key of 192 random bits needs no slower hash.
public interface KeyLedger {
    void add(ApiKey key, String hash);

    List<ApiKey> of(PersonId person);

    /// The key with this secret, unless it was revoked; after a rotation also with the former one while that holds.
    Optional<ApiKey> find(String hash, Instant now);

    /// Gives it another secret, and lets the former one hold until then; false when this person has no such valid
    /// key. A secret from before an earlier rotation ends at once.
    boolean rotate(String id, PersonId person, String hash, String ending, Instant formerUntil);

    /// Revokes it at once; false when this person has no such valid key.
    boolean revoke(String id, PersonId person, Instant at);

    /// No key of this person is valid, whenever it was made, until the sanction is over.
    void rest(PersonId person, String sanction);

    void wake(PersonId person, String sanction);

    /// Revokes every key of this person for good.
    void revokeAll(PersonId person, Instant at);
}

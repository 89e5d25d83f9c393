package io.mingshi.gateway.work;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps who was handed what without explicit label.
public interface SupplyLedger {
    /// @param mediaType of the copy
    /// @param hash SHA-256 of the copy, under which it is stored
    record Copy(String mediaType, String hash) {}

    /// The copy without explicit label; empty when none is kept any more, or never was.
    Optional<Copy> copy(ProduceId work, Instant now);

    /// @param secretHash SHA-256 of the secret in the one-time address
    void add(Supply supply, String secretHash);

    /// What this secret opens for this recipient, unless it was used or has expired.
    Optional<Supply> find(String secretHash, PersonId recipient, Instant now);

    /// Keeps that it is handed out now, with the event that tells of it, in one transaction; false when it was
    /// already. What follows may only be sent when this has returned true.
    boolean handOut(Supply supply, Instant now);

    /// Hashes of copies that are no longer kept, and whose objects are to be removed; at most `limit`.
    List<String> over(Instant now, int limit);

    /// Forgets a copy whose object is removed.
    void forget(String hash);
}

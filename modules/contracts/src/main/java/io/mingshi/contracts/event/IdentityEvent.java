package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;

/// What `identity` publishes; no name, number or birth date.
public sealed interface IdentityEvent extends Event {
    PersonId person();

    @Override
    default String subject() {
        return person().value();
    }

    /// A person's real identity was proven.
    ///
    /// @param method the method of DSP art. 9 that was used, such as `ID_DOCUMENT`
    /// @param authorityReference the authority's own number of the check
    record PersonVerified(
            PersonId person, String method, Assurance assurance, String authorityReference, Instant verifiedAt)
            implements IdentityEvent {}

    /// A check was made and did not prove the identity.
    ///
    /// @param reason the name of the check that failed, such as `CHECKSUM` or `MISMATCH`
    record VerificationFailed(PersonId person, String method, String reason, Instant at) implements IdentityEvent {}

    /// A person's data was erased by destroying its key.
    record PersonErased(PersonId person, Instant erasedAt) implements IdentityEvent {}
}

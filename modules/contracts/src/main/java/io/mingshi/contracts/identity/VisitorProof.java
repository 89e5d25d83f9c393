package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// What a visitor without an account tells to prove who they are.
///
/// @param method `MOBILE`, `NATIONAL_IDENTITY` or `ID_DOCUMENT`, as for an account
/// @param birthDate of a document that does not tell it, as YYYY-MM-DD
/// @param code that was sent to the mobile number through this link
/// @param credential of the national service, made for `challenge`
/// @param counterpart an account that must not be the visitor's own
public record VisitorProof(
        String method,
        @Nullable String name,
        @Nullable String number,
        @Nullable String birthDate,
        @Nullable String mobile,
        @Nullable String code,
        @Nullable String credential,
        @Nullable String challenge,
        PersonId counterpart,
        VisitorDoor door) {
    /// Hides everything but the method, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitorProof[" + method + "]";
    }
}

package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// What a visitor without an account tells to prove who they are.
///
/// @param method `ID_DOCUMENT` or `MOBILE`, as for an account
/// @param mobile null unless the method needs it
/// @param counterpart an account that must not be the visitor's own
/// @param address where the visitor's request came from, so that `identity` can limit tries; it is not kept in plain
public record VisitorProof(
        String method, String name, String number, @Nullable String mobile, PersonId counterpart, String address) {
    /// Hides everything but the method, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitorProof[" + method + "]";
    }
}

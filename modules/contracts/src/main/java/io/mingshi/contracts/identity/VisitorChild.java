package io.mingshi.contracts.identity;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// The child whom a visitor says to be guardian of; no authority is asked about it.
///
/// @param birthDate of a document that does not tell it, as YYYY-MM-DD
/// @param counterpart an account that must not be the child's own
public record VisitorChild(
        String name, String number, @Nullable String birthDate, PersonId counterpart) {
    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitorChild[hidden]";
    }
}

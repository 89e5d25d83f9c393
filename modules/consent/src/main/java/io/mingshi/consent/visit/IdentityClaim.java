package io.mingshi.consent.visit;

/// What somebody tells to prove who they are; it goes to `identity` and is not kept here.
///
/// @param mobile empty when the method needs none
public record IdentityClaim(String method, String name, String number, String mobile) {
    /// Hides everything but the method, so that a log line cannot show it.
    @Override
    public String toString() {
        return "IdentityClaim[" + method + "]";
    }
}

package io.mingshi.identity;

/// An organisation, kept encrypted under the key of the person who represents it.
public record Organization(String name, String creditCode) {
    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "Organization[hidden]";
    }
}

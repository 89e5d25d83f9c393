package io.mingshi.contracts;

/// Who may see what is made under a consent; the order is from few to many.
public enum Audience {
    /// The requester alone.
    PRIVATE,
    /// People whom the requester chooses, such as family or a team.
    LIMITED,
    /// Anybody.
    PUBLIC;

    /// Whether a consent for this audience also permits that one.
    public boolean covers(Audience other) {
        return compareTo(other) >= 0;
    }
}

package io.mingshi.identity;

/// Counts how often something was done, over all instances of the service.
public interface Allowances {
    /// Counts one more, in a transaction of its own: what is refused later stays counted.
    ///
    /// @param whose a person, a device, an address or a number; kept as a keyed hash only
    /// @return whether that was still allowed
    boolean take(Allowance allowance, String whose);

    /// Counts each in turn until one is refused, in one transaction of its own.
    ///
    /// @return false when one was taken more often than it may be
    boolean takeAll(Take... takes);

    /// @param whose as for [#take]
    record Take(Allowance allowance, String whose) {}
}

package io.mingshi.records.lock;

/// What the operator wants when the store cannot lock; setting `mingshi.records.lock`.
enum LockDemand {
    /// Archive without lock, and show it.
    OPTIONAL,
    /// Not ready, and nothing is archived.
    REQUIRED
}

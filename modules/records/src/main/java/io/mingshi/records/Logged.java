package io.mingshi.records;

/// What the evidence log says of a record.
public enum Logged {
    /// Its seal is there, at its position.
    IN_LOG,
    /// It was kept a moment ago and its turn has not come.
    PENDING,
    /// Something else is there: the record was changed, or moved, after the log was told of it.
    DIFFERS
}

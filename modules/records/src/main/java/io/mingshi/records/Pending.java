package io.mingshi.records;

/// What the evidence log is to be told of the record at a position.
public record Pending(long position, SealedEntry entry) {}

package io.mingshi.records;

/// One fact that is to be kept.
///
/// @param text exactly as it was received
public record Receipt(Header header, String text) {}

package io.mingshi.identity.number;

/// What one check found.
///
/// @param reason one sentence; never the number itself
public record Finding(NumberCheck check, boolean passed, String reason) {}

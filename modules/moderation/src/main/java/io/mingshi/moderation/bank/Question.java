package io.mingshi.moderation.bank;

/// @param kind a kind of risk, such as `A.1-3`; for what should be answered the aspect, such as `history`
public record Question(String kind, String text) {}

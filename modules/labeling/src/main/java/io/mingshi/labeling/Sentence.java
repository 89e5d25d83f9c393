package io.mingshi.labeling;

/// One sentence for a lay person, in Chinese and in English.
public record Sentence(String zh, String en) {}

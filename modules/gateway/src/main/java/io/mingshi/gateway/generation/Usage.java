package io.mingshi.gateway.generation;

/// Tokens as the model counted them.
public record Usage(long promptTokens, long completionTokens) {
    public static final Usage NONE = new Usage(0, 0);
}

package io.mingshi.screening;

/// One forbidden term of a feature library: the `id` names it in every refusal, the `category` says what it protects.
public record Rule(String id, String category, String term) {
    public Rule {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a rule needs an id, because a refusal names it");
        }
    }
}

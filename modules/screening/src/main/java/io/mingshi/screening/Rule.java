package io.mingshi.screening;

/// One entry of a feature library: the `id` names it in every refusal, the `category` says what it protects.
public record Rule(String id, String category, Sought sought, Action action, Audience audience) {
    public Rule {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a rule needs an id, because a refusal names it");
        }
    }

    /// A forbidden term, for everybody.
    public Rule(String id, String category, String term) {
        this(id, category, new Sought.Term(term, false), Action.BLOCK, Audience.EVERYBODY);
    }
}

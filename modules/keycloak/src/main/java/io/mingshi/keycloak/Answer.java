package io.mingshi.keycloak;

/// What `identity` says of a person.
sealed interface Answer {
    /// The real name is proven.
    record Proven() implements Answer {}

    /// Nothing is proven.
    record Unproven() implements Answer {}

    /// A verification was refused.
    record Refused(Refusal refusal) implements Answer {}

    /// No answer that could be relied on: nothing is granted, and the person may try again.
    record Unanswered() implements Answer {}
}

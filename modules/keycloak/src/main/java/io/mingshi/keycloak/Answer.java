package io.mingshi.keycloak;

/// What `identity` says of a person.
sealed interface Answer {
    /// The real name is proven.
    record Proven() implements Answer {}

    /// Nothing counts as proven.
    record Unproven(Stand stand) implements Answer {}

    /// A verification, or what it needs, was refused.
    record Refused(Refusal refusal) implements Answer {}

    /// What the person asked for on the way: a challenge, or the secret of a guardian's link; empty for a code that
    /// was sent.
    record Given(String value) implements Answer {
        /// Hides the value, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Given[hidden]";
        }
    }

    /// No answer that could be relied on: nothing is granted, and the person may try again.
    record Unanswered() implements Answer {}
}

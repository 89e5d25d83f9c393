package io.mingshi.gateway;

import io.mingshi.contracts.ConsentId;
import java.util.List;

/// What the requester declares about the people that an edited picture shows.
public sealed interface Depiction {
    /// Nothing was declared; an edit is then refused.
    record Undeclared() implements Depiction {}

    /// The picture shows no person, in the requester's own responsibility.
    record Nobody() implements Depiction {}

    /// The picture shows these people, each of whom gave the consent named.
    ///
    /// @param purpose the purpose as it was named in the request for consent
    record People(List<ConsentId> consents, String purpose) implements Depiction {
        public People {
            consents = List.copyOf(consents);
        }
    }
}

package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Origin;
import org.jspecify.annotations.Nullable;

/// Where a request comes from that the login passes on.
final class LoginOrigin {
    private LoginOrigin() {}

    /// The login tells no device: each person has one, so that nobody locks out a whole network.
    static Origin of(PersonId person, @Nullable String address) {
        if (address == null) {
            throw MALFORMED_REQUEST.with("the field address is missing: whoever asks for another tells it");
        }
        try {
            return new Origin(Origin.network(address), "login " + person.value());
        } catch (IllegalArgumentException e) {
            throw MALFORMED_REQUEST.with("the field address is no IP address");
        }
    }
}

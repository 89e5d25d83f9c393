package io.mingshi.identity.store;

import io.mingshi.identity.Identities;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/// The blind indexes under which one identity may stand, one for each account that it may have.
///
/// Each value is taken by one account at most, so that nobody can count in the table how often an identity
/// occurs, and the values of one identity tell nothing of each other.
@Singleton
class Places {
    private final BlindIndex index;

    Places(BlindIndex index) {
        this.index = index;
    }

    /// @param kind what sort of value it is; equal values of different kinds get unrelated indexes
    List<String> of(String kind, String value) {
        return IntStream.range(0, Identities.MAX_ACCOUNTS_PER_IDENTITY)
                .mapToObj(place -> index.of("identity." + kind + "." + place, value))
                .toList();
    }

    /// What stands for the national service's mark once it is kept; it finds nothing but the account itself.
    String mark(String person, String mark) {
        return index.of("identity.national-mark", person + " " + mark);
    }
}

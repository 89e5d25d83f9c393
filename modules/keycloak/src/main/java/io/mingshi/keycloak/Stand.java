package io.mingshi.keycloak;

import java.util.Arrays;
import java.util.List;

/// Where somebody stands who is not proven, and which ways lead on from there.
///
/// @param unnamed whether the national service proved the person before, which no other way can repeat
record Stand(State state, boolean unnamed) {
    /// The messages of the theme begin with `verify.stand.`; who knows no more of a person asks everything.
    enum State {
        NEW,
        ENDED,
        GUARDIAN_MISSING,
        TAKEOVER_SUSPECTED,
        REVOKED,
        ERASED
    }

    static Stand of(String state, boolean unnamed) {
        return new Stand(
                Arrays.stream(State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(State.NEW),
                unnamed);
    }

    /// Whether a verification can lead on; otherwise a guardian can, or an officer.
    boolean verifiable() {
        return switch (state) {
            case NEW, ENDED, TAKEOVER_SUSPECTED -> true;
            case GUARDIAN_MISSING, REVOKED, ERASED -> false;
        };
    }

    /// Never empty. What is known does not end a suspicion, what is held does.
    List<Way> ways() {
        if (unnamed) {
            return List.of(Way.NATIONAL_IDENTITY);
        }
        return switch (state) {
            case NEW -> List.of(Way.values());
            case TAKEOVER_SUSPECTED -> List.of(Way.MOBILE);
            case ENDED, GUARDIAN_MISSING, REVOKED, ERASED -> List.of(Way.ID_DOCUMENT, Way.MOBILE);
        };
    }
}

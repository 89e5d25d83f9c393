package io.mingshi.identity.http;

import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Subject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a person stands who is logging in, so that the login can say what leads on; nothing of who they are.
///
/// @param unnamed whether the national service proved the person, which no other method can repeat
record LoginStepView(Assurance assurance, @Nullable Instant verifiedAt, State state, boolean unnamed) {
    enum State {
        PROVEN,
        /// Nothing was proven yet.
        NEW,
        /// What was proven has run out, or the mobile number was given up.
        ENDED,
        /// A child under 14 whose guardian does not consent, or not any more.
        GUARDIAN_MISSING,
        TAKEOVER_SUSPECTED,
        REVOKED,
        ERASED
    }

    static LoginStepView of(Identity identity, Clock clock) {
        Standing standing = identity.standing(clock);
        boolean unnamed = identity instanceof Identity.Proven proven && proven.subject() instanceof Subject.Scoped;
        return new LoginStepView(standing.assurance(), standing.verifiedAt(), state(identity, clock), unnamed);
    }

    private static State state(Identity identity, Clock clock) {
        return switch (identity) {
            case Identity.Unproven _ -> State.NEW;
            case Identity.StorageOnly _, Identity.Erased _ -> State.ERASED;
            case Identity.Proven proven -> state(proven, clock);
        };
    }

    private static State state(Identity.Proven proven, Clock clock) {
        Hold hold = proven.hold();
        if (hold != null) {
            return switch (hold.cause()) {
                case TAKEOVER_SUSPECTED -> State.TAKEOVER_SUSPECTED;
                case REVOKED -> State.REVOKED;
            };
        }
        if (proven.age(clock) == AgeGroup.UNDER_14 && proven.guardian() == null) {
            return State.GUARDIAN_MISSING;
        }
        return proven.standing(clock).assurance().proven() ? State.PROVEN : State.ENDED;
    }
}

package io.mingshi.identity.http;

import io.mingshi.contracts.identity.Standing;
import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Method;
import io.mingshi.identity.Organization;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.number.Masking;
import io.mingshi.identity.number.NumberKind;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// While somebody else may be using the account it shows neither person nor organisation, not even masked.
///
/// @param personalData masked; null when nothing is kept in plain words
/// @param hold why nothing counts for now; null when that is not so
record OwnIdentityView(
        Standing standing,
        State state,
        @Nullable Masked personalData,
        @Nullable MaskedOrganization organization,
        List<Proof> proofs,
        @Nullable Hold hold) {
    enum State {
        UNPROVEN,
        PROVEN,
        /// Erased but for what a rule keeps: it is stored, and every other use is refused.
        STORAGE_ONLY,
        ERASED
    }

    private static OwnIdentityView nothing(Standing standing, State state) {
        return new OwnIdentityView(standing, state, null, null, List.of(), null);
    }

    /// @param method the latest
    record Masked(
            String method,
            NumberKind document,
            String name,
            String number,
            @Nullable String mobile) {
        static Masked of(PersonalData data, List<Confirmation> confirmations) {
            String mobile = data.mobile();
            return new Masked(
                    latest(confirmations),
                    NumberKind.ofDocument(data.number()),
                    Masking.name(data.name()),
                    Masking.number(data.number()),
                    mobile == null ? null : Masking.number(mobile));
        }

        private static String latest(List<Confirmation> confirmations) {
            return confirmations.stream()
                    .max(Comparator.comparing(Confirmation::verifiedAt))
                    .map(one -> one.method().name())
                    .orElse("NONE");
        }
    }

    record MaskedOrganization(String name, String creditCode) {
        static MaskedOrganization of(Organization organization) {
            return new MaskedOrganization(Masking.name(organization.name()), Masking.number(organization.creditCode()));
        }
    }

    record Proof(Method method, Instant verifiedAt, Instant validUntil, boolean inForce) {}

    static OwnIdentityView of(Identity identity, Clock clock) {
        Standing standing = identity.standing(clock);
        return switch (identity) {
            case Identity.Unproven _ -> nothing(standing, State.UNPROVEN);
            case Identity.StorageOnly _ -> nothing(standing, State.STORAGE_ONLY);
            case Identity.Erased _ -> nothing(standing, State.ERASED);
            case Identity.Proven proven ->
                new OwnIdentityView(
                        standing,
                        State.PROVEN,
                        proven.isTakenOver()
                                ? null
                                : proven.data()
                                        .map(data -> Masked.of(data, proven.confirmations()))
                                        .orElse(null),
                        proven.organization() == null || proven.isTakenOver()
                                ? null
                                : MaskedOrganization.of(proven.organization()),
                        proven.confirmations().stream()
                                .map(one -> new Proof(
                                        one.method(),
                                        one.verifiedAt(),
                                        one.validUntil(),
                                        one.isInForce(clock.instant())))
                                .toList(),
                        proven.hold());
        };
    }
}

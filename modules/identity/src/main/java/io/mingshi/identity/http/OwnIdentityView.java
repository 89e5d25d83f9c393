package io.mingshi.identity.http;

import io.mingshi.contracts.identity.Standing;
import io.mingshi.identity.Identity;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.number.Masking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// @param personalData masked; null when nothing is kept
record OwnIdentityView(Standing standing, @Nullable Masked personalData) {
    record Masked(
            String method,
            String name,
            String number,
            @Nullable String mobile) {
        static Masked of(Identity.Proven proven) {
            PersonalData data = proven.data();
            String mobile = data.mobile();
            return new Masked(
                    proven.method().name(),
                    Masking.name(data.name()),
                    Masking.number(data.number()),
                    mobile == null ? null : Masking.number(mobile));
        }
    }

    static OwnIdentityView of(Identity identity, LocalDate today) {
        return new OwnIdentityView(
                identity.standing(today), identity instanceof Identity.Proven proven ? Masked.of(proven) : null);
    }
}

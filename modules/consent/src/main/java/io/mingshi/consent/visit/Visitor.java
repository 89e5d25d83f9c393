package io.mingshi.consent.visit;

import io.mingshi.consent.Guardian;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Likeness;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who came through a link, as `identity` proved it.
///
/// @param depicted pseudonym of the depicted person
/// @param guardian who came for a child under 14; null for everybody else
/// @param assurance of whoever came
/// @param possession whether whoever came showed that they hold something, and not only that they know numbers
/// @param requester whether whoever came can be told from the requester
public record Visitor(
        PersonId depicted,
        @Nullable Guardian guardian,
        Assurance assurance,
        boolean possession,
        Likeness requester,
        String reference,
        Instant verifiedAt) {
    /// The same visit by the person under the name of their account.
    Visitor as(PersonId account) {
        return new Visitor(account, guardian, assurance, possession, requester, reference, verifiedAt);
    }
}

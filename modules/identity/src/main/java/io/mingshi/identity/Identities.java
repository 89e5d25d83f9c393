package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where identities are kept; every method takes part in the current transaction.
public interface Identities {
    /// On how many accounts one identity may be proven at the same time; a policy of ours.
    int MAX_ACCOUNTS_PER_IDENTITY = 3;

    Identity find(PersonId person);

    /// As [#find], and nobody else changes this person until the transaction ends.
    Identity findForChange(PersonId person);

    /// Whether the account is this one of the national service.
    ///
    /// @param mark as the service tells it
    boolean isKnownAs(PersonId person, String mark);

    /// Who consents for this account now.
    Optional<PersonId> guardianOf(PersonId child);

    /// Takes back what this person consented to as guardian.
    ///
    /// @return whose guardian they were
    List<PersonId> withdrawWards(PersonId guardian, Instant at);

    /// Keeps the subject, the organisation and the confirmation that was just made.
    ///
    /// @return false, and nothing is kept, when the identity is proven on as many other accounts as one may have
    boolean keep(Identity.Proven proven, Confirmation confirmation);

    /// Keeps or lifts the hold.
    void keepHold(PersonId person, @Nullable Hold hold);

    /// From now on what is kept is stored and nothing else.
    void keepStored(PersonId person, Instant since);

    /// Destroys the person's key and all that was kept.
    void erase(Identity.Erased erased);
}

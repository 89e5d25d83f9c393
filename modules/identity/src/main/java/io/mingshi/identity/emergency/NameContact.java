package io.mingshi.identity.emergency;

import static io.mingshi.identity.IdentityProblem.ERASED;
import static io.mingshi.identity.IdentityProblem.HELD;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// A person names whom to call in an emergency, sees it, and takes it back at will; whoever may have taken an account
/// over does none of it.
@ApplicationScoped
@Transactional
public class NameContact {
    private final Identities identities;
    private final NamedContacts named;

    NameContact(Identities identities, NamedContacts named) {
        this.identities = identities;
        this.named = named;
    }

    /// @throws io.mingshi.contracts.ProblemException `HELD` or `ERASED`
    public Optional<EmergencyContact> of(PersonId person) {
        requireOpen(identities.find(person));
        return named.of(person);
    }

    /// @throws io.mingshi.contracts.ProblemException `HELD` or `ERASED`
    public void name(PersonId person, EmergencyContact contact) {
        requireOpen(identities.findForChange(person));
        named.keep(person, contact);
    }

    /// @throws io.mingshi.contracts.ProblemException `HELD` or `ERASED`
    public void forget(PersonId person) {
        requireOpen(identities.findForChange(person));
        named.forget(person);
    }

    private static void requireOpen(Identity known) {
        switch (known) {
            case Identity.Proven proven -> {
                if (proven.isTakenOver()) {
                    throw HELD.with("verify with MOBILE or NATIONAL_IDENTITY first");
                }
            }
            case Identity.StorageOnly _, Identity.Erased _ ->
                throw ERASED.with("the data of this account was erased for good: use a new account");
            case Identity.Unproven _ -> {}
        }
    }
}

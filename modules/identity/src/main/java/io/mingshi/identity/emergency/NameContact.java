package io.mingshi.identity.emergency;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// A person names whom to call in an emergency, sees it, and takes it back at will.
@ApplicationScoped
@Transactional
public class NameContact {
    private final NamedContacts named;

    NameContact(NamedContacts named) {
        this.named = named;
    }

    public Optional<EmergencyContact> of(PersonId person) {
        return named.of(person);
    }

    public void name(PersonId person, EmergencyContact contact) {
        named.keep(person, contact);
    }

    public void forget(PersonId person) {
        named.forget(person);
    }
}

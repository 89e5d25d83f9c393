package io.mingshi.identity.emergency;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import java.util.Optional;

/// Where the contacts that people named are kept, encrypted under their keys; every method takes part in the
/// current transaction.
public interface NamedContacts {
    Optional<EmergencyContact> of(PersonId person);

    void keep(PersonId person, EmergencyContact contact);

    void forget(PersonId person);
}

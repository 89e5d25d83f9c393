package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.identity.emergency.NamedContacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
class StoredEmergencyContacts implements NamedContacts {
    private final PersonalDataCodec codec;

    StoredEmergencyContacts(PersonalDataCodec codec) {
        this.codec = codec;
    }

    @Override
    public Optional<EmergencyContact> of(PersonId person) {
        return EmergencyContactRow.<EmergencyContactRow>findByIdOptional(person.value())
                .flatMap(row -> codec.contact(person, row.contact));
    }

    @Override
    public void keep(PersonId person, EmergencyContact contact) {
        EmergencyContactRow row = EmergencyContactRow.findById(person.value());
        if (row == null) {
            row = new EmergencyContactRow();
            row.person = person.value();
        }
        row.contact = codec.seal(person, contact);
        row.persist();
    }

    @Override
    public void forget(PersonId person) {
        EmergencyContactRow.deleteById(person.value());
    }
}

package io.mingshi.identity.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.identity.Organization;
import io.mingshi.identity.PersonalData;
import io.mingshi.servicekit.event.ContractsJson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/// Personal data as it is kept: JSON, encrypted under the person's key.
@Singleton
class PersonalDataCodec {
    /// Bound to the ciphertext: it cannot be taken for anything else that is encrypted under the same key.
    private static final String DATA = "identity.personal-data";

    private static final String ORGANIZATION = "identity.organization";

    private static final String CONTACT = "identity.emergency-contact";

    private final ObjectMapper json = ContractsJson.mapper();
    private final IdentityKeys keys;

    PersonalDataCodec(IdentityKeys keys) {
        this.keys = keys;
    }

    byte[] seal(PersonId person, PersonalData data) {
        return keys.encrypt(person, DATA, write(data));
    }

    byte[] seal(PersonId person, Organization organization) {
        return keys.encrypt(person, ORGANIZATION, write(organization));
    }

    byte[] seal(PersonId person, EmergencyContact contact) {
        return keys.encrypt(person, CONTACT, write(contact));
    }

    /// Empty when the key was destroyed.
    Optional<EmergencyContact> contact(PersonId person, byte[] sealed) {
        return keys.decrypt(person, CONTACT, sealed).map(plain -> read(plain, EmergencyContact.class));
    }

    /// Empty when the key was destroyed.
    Optional<PersonalData> data(PersonId person, byte[] sealed) {
        return keys.decrypt(person, DATA, sealed).map(plain -> read(plain, PersonalData.class));
    }

    /// Empty when the key was destroyed.
    Optional<Organization> organization(PersonId person, byte[] sealed) {
        return keys.decrypt(person, ORGANIZATION, sealed).map(plain -> read(plain, Organization.class));
    }

    private byte[] write(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("personal data cannot be written", hidden(e));
        }
    }

    private <T> T read(byte[] plaintext, Class<T> type) {
        try {
            return json.readValue(plaintext, type);
        } catch (IOException e) {
            throw new IllegalStateException("personal data cannot be read", hidden(e));
        }
    }

    /// Keeps where it failed and drops the message, which may quote the data.
    private static Throwable hidden(IOException e) {
        var place = new IOException(e.getClass().getSimpleName());
        place.setStackTrace(e.getStackTrace());
        return place;
    }
}

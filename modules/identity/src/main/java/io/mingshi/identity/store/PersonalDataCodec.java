package io.mingshi.identity.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.identity.PersonalData;
import io.mingshi.servicekit.event.ContractsJson;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Personal data as the plaintext that is encrypted.
@Singleton
class PersonalDataCodec {
    /// Bound to the ciphertext: it cannot be taken for anything else that is encrypted under the same key.
    static final String CONTEXT = "identity.personal-data";

    private final ObjectMapper json = ContractsJson.mapper();

    byte[] write(PersonalData data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("personal data cannot be written", hidden(e));
        }
    }

    PersonalData read(byte[] plaintext) {
        try {
            return json.readValue(plaintext, PersonalData.class);
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

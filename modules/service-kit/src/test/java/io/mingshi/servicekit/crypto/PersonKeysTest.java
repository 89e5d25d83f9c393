package io.mingshi.servicekit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.PersonId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonKeysTest {
    private static final byte[] SECRET = "11010519491231002X".getBytes(UTF_8);

    @Inject
    KitKeys keys;

    @Inject
    BlindIndex index;

    private final PersonId person = new PersonId(UUID.randomUUID().toString());

    @Test
    void whatIsEncryptedForAPersonIsReadBack() {
        byte[] sealed = keys.encrypt(person, "test", SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("1949");
        assertThat(keys.decrypt(person, "test", sealed))
                .hasValueSatisfying(v -> assertThat(v).isEqualTo(SECRET));
    }

    @Test
    void anErasedPersonsDataIsGoneAndNothingNewIsKept() {
        byte[] sealed = keys.encrypt(person, "test", SECRET);
        keys.erase(person);
        keys.erase(person);
        assertThat(keys.decrypt(person, "test", sealed)).isEmpty();
        assertThatThrownBy(() -> keys.encrypt(person, "test", SECRET)).hasMessageContaining("was erased");
    }

    @Test
    void aCiphertextMovedToAnotherPersonOrContextDoesNotDecrypt() {
        byte[] sealed = keys.encrypt(person, "test", SECRET);
        var other = new PersonId(UUID.randomUUID().toString());
        keys.encrypt(other, "test", SECRET);
        assertThatThrownBy(() -> keys.decrypt(other, "test", sealed)).hasMessageContaining("does not decrypt");
        assertThatThrownBy(() -> keys.decrypt(person, "other", sealed)).hasMessageContaining("does not decrypt");
    }

    @Test
    void aBlindIndexFindsEqualValuesOfOneKindOnly() {
        assertThat(index.of("number", "x")).isEqualTo(index.of("number", "x")).hasSize(20);
        assertThat(index.of("number", "x")).isNotEqualTo(index.of("mobile", "x"));
    }
}

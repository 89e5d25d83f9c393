package io.mingshi.servicekit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import io.mingshi.contracts.PersonId;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Encrypts what belongs to a person under that person's own key, so that destroying one key erases the person, backups
/// included.
///
/// A module that keeps personal data subclasses this with its own data source; the keys live in its table `person_key`,
/// wrapped by the key-encryption key. All methods take part in the current transaction.
/// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
public abstract class PersonKeys {
    private final DataSource dataSource;
    private final KeyWrapping wrapping;

    protected PersonKeys(DataSource dataSource, PersonKeysDependencies dependencies) {
        this.dataSource = dataSource;
        this.wrapping = dependencies.wrapping();
    }

    /// Encrypts under the person's key, which is made when there is none yet.
    ///
    /// @param context what the plaintext is, such as `identity.document`; decryption needs the same
    /// @throws IllegalStateException when the person was erased
    public byte[] encrypt(PersonId person, String context, byte[] plaintext) {
        try {
            return keyOf(person, true).orElseThrow(() -> erased(person)).encrypt(plaintext, context.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption under a person's key failed", e);
        }
    }

    /// Empty when the person was erased: what was encrypted is gone for good.
    public Optional<byte[]> decrypt(PersonId person, String context, byte[] ciphertext) {
        try {
            Optional<Aead> key = keyOf(person, false);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(key.get().decrypt(ciphertext, context.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a person's data does not decrypt: it was changed, or the wrong key is set", e);
        }
    }

    /// Destroys the person's key; repeating it changes nothing.
    public void erase(PersonId person) {
        var sql = """
                insert into person_key (person, erased_at) values (?, now())
                on conflict (person) do update set wrapped = null, erased_at = coalesce(person_key.erased_at, now())""";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, person.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a person's key could not be destroyed", e);
        }
    }

    private Optional<Aead> keyOf(PersonId person, boolean create) throws GeneralSecurityException {
        try (var connection = dataSource.getConnection()) {
            if (create) {
                try (var insert = connection.prepareStatement(
                        "insert into person_key (person, wrapped) values (?, ?) on conflict do nothing")) {
                    insert.setString(1, person.value());
                    insert.setBytes(2, wrapping.newWrapped(person.value()));
                    insert.executeUpdate();
                }
            }
            try (var select = connection.prepareStatement("select wrapped from person_key where person = ?")) {
                select.setString(1, person.value());
                try (var rows = select.executeQuery()) {
                    byte @Nullable [] wrapped = rows.next() ? rows.getBytes(1) : null;
                    return wrapped == null ? Optional.empty() : Optional.of(wrapping.unwrap(person.value(), wrapped));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a person's key could not be read", e);
        }
    }

    private static IllegalStateException erased(PersonId person) {
        return new IllegalStateException("the person " + person + " was erased and nothing more is kept about them");
    }
}

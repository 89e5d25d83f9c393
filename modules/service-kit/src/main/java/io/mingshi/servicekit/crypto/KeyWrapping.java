package io.mingshi.servicekit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;

/// Makes keys that are stored wrapped by the key-encryption key, each bound to its owner.
@Singleton
public class KeyWrapping {
    private final KeyEncryptionKey keyEncryptionKey;

    KeyWrapping(KeyEncryptionKey keyEncryptionKey) {
        this.keyEncryptionKey = keyEncryptionKey;
    }

    /// A new AES-256-GCM key as it is stored.
    ///
    /// @param owner whose key it is; unwrapping needs the same
    public byte[] newWrapped(String owner) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    handle, keyEncryptionKey.aead(), owner.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key could not be made", e);
        }
    }

    /// The key that was stored.
    ///
    /// @throws GeneralSecurityException when it was changed, has another owner, or the wrapping key is another one
    public Aead unwrap(String owner, byte[] wrapped) throws GeneralSecurityException {
        var handle =
                TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyEncryptionKey.aead(), owner.getBytes(UTF_8));
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}

package io.mingshi.servicekit.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The key that wraps the keys of persons; it comes from `mingshi.kek` and is never stored beside the data.
@Singleton
class KeyEncryptionKey {
    private static final int ID = 1;

    private final Aead aead;

    @AccessesPartialKey
    KeyEncryptionKey(@ConfigProperty(name = "mingshi.kek") String configured) throws GeneralSecurityException {
        AeadConfig.register();
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        var key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(
                        Base64Key.decode("mingshi.kek", configured), InsecureSecretKeyAccess.get()))
                .build();
        var handle = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(ID).makePrimary())
                .build();
        aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    Aead aead() {
        return aead;
    }
}

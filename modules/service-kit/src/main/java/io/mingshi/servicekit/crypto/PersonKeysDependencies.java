package io.mingshi.servicekit.crypto;

import jakarta.inject.Singleton;

/// What a module's [PersonKeys] passes to its superclass.
@Singleton
public class PersonKeysDependencies {
    private final KeyEncryptionKey keyEncryptionKey;

    PersonKeysDependencies(KeyEncryptionKey keyEncryptionKey) {
        this.keyEncryptionKey = keyEncryptionKey;
    }

    KeyEncryptionKey keyEncryptionKey() {
        return keyEncryptionKey;
    }
}

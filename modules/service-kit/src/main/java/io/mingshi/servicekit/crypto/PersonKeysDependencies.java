package io.mingshi.servicekit.crypto;

import jakarta.inject.Singleton;

/// What a module's [PersonKeys] passes to its superclass.
@Singleton
public class PersonKeysDependencies {
    private final KeyWrapping wrapping;

    PersonKeysDependencies(KeyWrapping wrapping) {
        this.wrapping = wrapping;
    }

    KeyWrapping wrapping() {
        return wrapping;
    }
}

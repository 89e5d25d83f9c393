package io.mingshi.identity.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.crypto.PersonKeys;
import io.mingshi.servicekit.crypto.PersonKeysDependencies;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The keys of the persons whom `identity` knows.
@Singleton
class IdentityKeys extends PersonKeys {
    IdentityKeys(@DataSource("identity") AgroalDataSource dataSource, PersonKeysDependencies dependencies) {
        super(dataSource, dependencies);
    }
}

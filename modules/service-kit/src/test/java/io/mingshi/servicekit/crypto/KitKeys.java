package io.mingshi.servicekit.crypto;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

@Singleton
class KitKeys extends PersonKeys {
    KitKeys(@DataSource("kit") AgroalDataSource dataSource, PersonKeysDependencies dependencies) {
        super(dataSource, dependencies);
    }
}

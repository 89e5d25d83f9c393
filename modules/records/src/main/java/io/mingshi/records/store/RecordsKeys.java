package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.crypto.PersonKeys;
import io.mingshi.servicekit.crypto.PersonKeysDependencies;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The keys under which records are kept, one for each person they are about.
@Singleton
class RecordsKeys extends PersonKeys {
    RecordsKeys(@DataSource("records") AgroalDataSource dataSource, PersonKeysDependencies dependencies) {
        super(dataSource, dependencies);
    }
}

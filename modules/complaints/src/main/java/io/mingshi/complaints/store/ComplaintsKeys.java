package io.mingshi.complaints.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.crypto.PersonKeys;
import io.mingshi.servicekit.crypto.PersonKeysDependencies;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The keys under which complainants' contacts are kept, one for each ticket.
@Singleton
class ComplaintsKeys extends PersonKeys {
    ComplaintsKeys(@DataSource("complaints") AgroalDataSource dataSource, PersonKeysDependencies dependencies) {
        super(dataSource, dependencies);
    }
}

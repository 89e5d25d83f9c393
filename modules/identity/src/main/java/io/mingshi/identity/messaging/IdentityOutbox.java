package io.mingshi.identity.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.identity.IdentityFacts;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The facts of `identity`, written with its state.
@Singleton
class IdentityOutbox extends Outbox implements IdentityFacts {
    IdentityOutbox(@DataSource("identity") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("identity", dataSource, dependencies);
    }
}

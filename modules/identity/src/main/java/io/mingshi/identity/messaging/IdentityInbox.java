package io.mingshi.identity.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Remembers which events were applied.
@Singleton
class IdentityInbox extends Inbox {
    IdentityInbox(@DataSource("identity") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("identity", dataSource, dependencies);
    }
}

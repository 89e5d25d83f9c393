package io.mingshi.gateway.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Remembers which events were applied.
@Singleton
class GatewayInbox extends Inbox {
    GatewayInbox(@DataSource("gateway") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("gateway", dataSource, dependencies);
    }
}

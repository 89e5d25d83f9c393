package io.mingshi.gateway.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Publishes on `mingshi.gateway`.
@Singleton
class GatewayOutbox extends Outbox {
    GatewayOutbox(@DataSource("gateway") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("gateway", dataSource, dependencies);
    }
}

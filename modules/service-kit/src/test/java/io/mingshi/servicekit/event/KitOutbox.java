package io.mingshi.servicekit.event;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

@Singleton
class KitOutbox extends Outbox {
    KitOutbox(@DataSource("kit") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("kit", dataSource, dependencies);
    }
}

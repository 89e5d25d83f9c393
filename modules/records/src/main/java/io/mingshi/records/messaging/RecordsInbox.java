package io.mingshi.records.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Remembers which facts were kept already.
@Singleton
class RecordsInbox extends Inbox {
    RecordsInbox(@DataSource("records") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("records", dataSource, dependencies);
    }
}

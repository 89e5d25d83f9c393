package io.mingshi.labeling.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Remembers which events were applied.
@Singleton
class LabelingInbox extends Inbox {
    LabelingInbox(@DataSource("labeling") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("labeling", dataSource, dependencies);
    }
}

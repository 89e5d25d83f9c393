package io.mingshi.governance.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// What `governance` has already applied.
@Singleton
class GovernanceInbox extends Inbox {
    GovernanceInbox(@DataSource("governance") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("governance", dataSource, dependencies);
    }
}

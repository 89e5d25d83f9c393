package io.mingshi.governance.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.GovernanceEvent;
import io.mingshi.governance.GovernanceFacts;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The facts of `governance`, written with its state.
@Singleton
class GovernanceOutbox extends Outbox implements GovernanceFacts {
    GovernanceOutbox(@DataSource("governance") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("governance", dataSource, dependencies);
    }

    @Override
    public void publish(GovernanceEvent event) {
        super.publish(event);
    }
}

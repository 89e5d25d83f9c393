package io.mingshi.consent.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.consent.ConsentFacts;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The facts of `consent`, written with its state.
@Singleton
class ConsentOutbox extends Outbox implements ConsentFacts {
    ConsentOutbox(@DataSource("consent") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("consent", dataSource, dependencies);
    }
}

package io.mingshi.labeling.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.LabelingEvent;
import io.mingshi.labeling.LabelingFacts;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Publishes on the topic `mingshi.labeling`.
@Singleton
class LabelingOutbox extends Outbox implements LabelingFacts {
    LabelingOutbox(@DataSource("labeling") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("labeling", dataSource, dependencies);
    }

    @Override
    public void publish(LabelingEvent fact) {
        super.publish(fact);
    }
}

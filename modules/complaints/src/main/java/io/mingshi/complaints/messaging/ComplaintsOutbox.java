package io.mingshi.complaints.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.complaints.ComplaintFacts;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Publishes on the topic `mingshi.complaints`.
@Singleton
class ComplaintsOutbox extends Outbox implements ComplaintFacts {
    ComplaintsOutbox(@DataSource("complaints") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("complaints", dataSource, dependencies);
    }

    @Override
    public void publish(ComplaintEvent fact) {
        super.publish(fact);
    }

    @Override
    public void read(Caller reader, Role privilege, String what, String target) {
        recordRead(reader, privilege, what, target);
    }
}

package io.mingshi.records.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.Announcements;
import io.mingshi.records.PrivilegedReads;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// Publishes who looked something up, and what was found.
@Singleton
class RecordsOutbox extends Outbox implements PrivilegedReads, Announcements {
    RecordsOutbox(@DataSource("records") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("records", dataSource, dependencies);
    }

    @Override
    public void record(Caller reader, Role privilege, String what, String target) {
        recordRead(reader, privilege, what, target);
    }
}

package io.mingshi.moderation.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Outbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// The facts of `moderation`, written with its state.
@Singleton
class ModerationOutbox extends Outbox implements ModerationFacts {
    ModerationOutbox(@DataSource("moderation") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("moderation", dataSource, dependencies);
    }

    @Override
    public void publish(ModerationEvent event) {
        super.publish(event);
    }

    @Override
    public void readRefusals(Caller reader) {
        recordRead(reader, Role.REVIEWER, "refusals", "*");
    }

    @Override
    public void read(Caller reader, Role privilege, String what, String target) {
        recordRead(reader, privilege, what, target);
    }
}

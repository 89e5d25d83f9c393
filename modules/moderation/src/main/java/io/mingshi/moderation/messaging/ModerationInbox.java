package io.mingshi.moderation.messaging;

import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.event.EventDependencies;
import io.mingshi.servicekit.event.Inbox;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;

/// What `moderation` has already applied.
@Singleton
class ModerationInbox extends Inbox {
    ModerationInbox(@DataSource("moderation") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("moderation", dataSource, dependencies);
    }
}

package io.mingshi.servicekit.event;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.CommonProblem;
import io.quarkus.agroal.DataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Applies the events of the topic `mingshi.kit` by writing down their ids.
@Singleton
class KitInbox extends Inbox {
    static final AtomicInteger FAILURES_TO_COME = new AtomicInteger();

    private final AgroalDataSource dataSource;

    KitInbox(@DataSource("kit") AgroalDataSource dataSource, EventDependencies dependencies) {
        super("kit", dataSource, dependencies);
        this.dataSource = dataSource;
    }

    @Incoming("kit-kit")
    @Blocking
    void on(String cloudEvent) {
        receive("kit-kit", cloudEvent, this::apply);
    }

    private void apply(Received received) {
        if (FAILURES_TO_COME.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw CommonProblem.MODULE_UNREACHABLE.with("a part is down for a while");
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into applied (event_id, subject) values (?, ?)")) {
            insert.setString(1, received.envelope().id());
            insert.setString(2, received.envelope().subject());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

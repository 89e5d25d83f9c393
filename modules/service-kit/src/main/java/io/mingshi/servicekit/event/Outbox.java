package io.mingshi.servicekit.event;

import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.RecordsEvent.PrivilegedRead;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Publishes a module's facts in the same transaction as the state they tell of.
///
/// A fact is first a row of the table `outbox`; a relay sends it to Kafka after the commit, at least once, and
/// facts with the same subject in the order in which they were written. A crash at any instant loses nothing;
/// consumers drop repetitions by the event's id (see [Inbox]).
///
/// A module subclasses this as a `@Singleton` with its own data source.
public abstract class Outbox {
    private final String module;
    private final DataSource dataSource;
    private final EventDependencies dependencies;
    private final OutboxRelay relay;
    private final OutboxBell bell;

    protected Outbox(String module, DataSource dataSource, EventDependencies dependencies) {
        this.module = module;
        this.dataSource = dataSource;
        this.dependencies = dependencies;
        this.relay = new OutboxRelay(module, dataSource, dependencies);
        this.bell = new OutboxBell(module, dataSource, dependencies.transactions);
    }

    /// A fact as it goes into the outbox, with the trace of the request that made it.
    public record Written(
            String id,
            String subject,
            String cloudEvent,
            @Nullable String traceparent) {}

    /// Writes the fact into the current transaction.
    public void publish(Event event) {
        publish(List.of(written(event)));
    }

    /// For facts of several requests in one transaction: each request writes its own, so that it has its trace.
    public Written written(Event event) {
        String id = dependencies.ids.next();
        String traceparent = traceparent();
        return new Written(
                id,
                event.subject(),
                dependencies.codec.encode(id, module, event, dependencies.clock.instant(), traceparent),
                traceparent);
    }

    /// Puts the facts, in this order, into the current transaction.
    public void publish(List<Written> facts) {
        if (facts.isEmpty()) {
            return;
        }
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into outbox (event_id, key, cloud_event, traceparent) values (?, ?, ?, ?)")) {
            for (Written fact : facts) {
                insert.setString(1, fact.id());
                insert.setString(2, fact.subject());
                insert.setString(3, fact.cloudEvent());
                insert.setString(4, fact.traceparent());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the events could not be written into the outbox of " + module, e);
        }
        bell.ringAfterCommit();
    }

    /// Writes into the current transaction that somebody used a privilege to read.
    ///
    /// @param what what was read, such as `work-chain`
    /// @param target the id of the thing read, or `*` for a list
    public void recordRead(Caller reader, Role privilege, String what, String target) {
        publish(new PrivilegedRead(
                module, what, target, reader.person(), privilege.name(), dependencies.clock.instant()));
    }

    private static @Nullable String traceparent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    protected void start(@Observes StartupEvent started) {
        relay.start();
        bell.start();
    }

    protected void stop(@Observes @Priority(1) ShutdownEvent stopped) {
        bell.stop();
        relay.stop();
    }
}

package io.mingshi.servicekit.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Applies each event once, however often Kafka delivers it.
///
/// The handler runs in a transaction of its own together with the row that remembers the event's id. While a part
/// that must answer is down the event is tried again; an event that can never be applied is written into the
/// table `dead_letter` with the reason, counted, shown by health, and rejected, so that the channel's
/// `dead-letter-queue` takes it.
///
/// A module subclasses this as a `@Singleton` with its own data source.
public abstract class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MAX_REASON = 500;

    private final String module;
    private final DataSource dataSource;
    private final EventDependencies dependencies;

    protected Inbox(String module, DataSource dataSource, EventDependencies dependencies) {
        this.module = module;
        this.dataSource = dataSource;
        this.dependencies = dependencies;
    }

    /// @param channel the name of the channel, so that one module may apply an event in two places
    /// @param cloudEvent the message as it was on the topic
    /// @throws RuntimeException when the event can never be applied; it is then a dead letter
    public void receive(String channel, String cloudEvent, Consumer<Received> handler) {
        untilPartsAnswer(channel, () -> {
            try {
                Received received = dependencies.codec.decode(cloudEvent);
                applyOnce(channel, List.of(received), fresh -> handler.accept(fresh.getFirst()));
            } catch (RuntimeException e) {
                throw buriedUnlessItPasses(channel, cloudEvent, e);
            }
        });
    }

    /// Applies events in their order, together in one transaction; those that were applied before are left out.
    /// An event that can never be applied is buried alone, and the others are applied.
    ///
    /// @param handler is not called when nothing is new
    public void receiveAll(String channel, List<Delivery> deliveries, Consumer<List<Received>> handler) {
        Map<String, Received> decoded = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            try {
                Received received = dependencies.codec.decode(delivery);
                decoded.putIfAbsent(received.envelope().id(), received);
            } catch (RuntimeException e) {
                untilPartsAnswer(channel, () -> bury(channel, delivery.text(), e));
            }
        }
        List<Received> events = List.copyOf(decoded.values());
        untilPartsAnswer(channel, () -> applyTogether(channel, events, handler));
    }

    private void applyTogether(String channel, List<Received> events, Consumer<List<Received>> handler) {
        try {
            applyOnce(channel, events, handler);
        } catch (RuntimeException e) {
            if (Transience.of(e)) {
                throw e;
            }
            if (events.size() == 1) {
                bury(channel, events.getFirst().text(), e);
                return;
            }
            int middle = events.size() / 2;
            applyTogether(channel, events.subList(0, middle), handler);
            applyTogether(channel, events.subList(middle, events.size()), handler);
        }
    }

    private static void untilPartsAnswer(String channel, Runnable step) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                step.run();
                return;
            } catch (RuntimeException e) {
                if (!Transience.of(e)) {
                    throw e;
                }
                LOG.warnf("%s: %s; trying again", channel, e.getMessage());
                sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private RuntimeException buriedUnlessItPasses(String channel, String cloudEvent, RuntimeException e) {
        if (!Transience.of(e)) {
            bury(channel, cloudEvent, e);
        }
        return e;
    }

    private void applyOnce(String channel, List<Received> events, Consumer<List<Received>> handler) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Received> fresh = fresh(channel, events);
            if (!fresh.isEmpty()) {
                handler.accept(fresh);
            }
        });
    }

    private List<Received> fresh(String channel, List<Received> events) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("insert into inbox (channel, event_id) select ?, unnest(?)"
                        + " on conflict do nothing returning event_id")) {
            insert.setString(1, channel);
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            events.stream().map(event -> event.envelope().id()).toArray()));
            Set<String> ids = new HashSet<>();
            try (var rows = insert.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return events.stream()
                    .filter(event -> ids.contains(event.envelope().id()))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox of " + module + " cannot be written", e);
        }
    }

    private void bury(String channel, String cloudEvent, RuntimeException cause) {
        LOG.errorf(cause, "%s: an event can never be applied and goes to the dead letters", channel);
        dependencies.meters.counter("mingshi.dead.letters", "channel", channel).increment();
        String reason = String.valueOf(cause.getMessage());
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = dataSource.getConnection();
                    var insert = connection.prepareStatement(
                            "insert into dead_letter (channel, reason, cloud_event) values (?, ?, ?)")) {
                insert.setString(1, channel);
                insert.setString(2, reason.substring(0, Math.min(MAX_REASON, reason.length())));
                insert.setString(3, cloudEvent.replace("\0", ""));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("a dead letter of " + module + " could not be written", e);
            }
        });
    }

    /// Forgets events that were applied longer ago than Kafka keeps them.
    ///
    /// @return how many there were
    int forgetOlderThan(Duration age) {
        try (var connection = dataSource.getConnection();
                var delete = connection.prepareStatement(
                        "delete from inbox where received_at < now() - make_interval(secs => ?)")) {
            delete.setDouble(1, (double) age.toSeconds());
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox of " + module + " could not be trimmed", e);
        }
    }

    String module() {
        return module;
    }

    /// How many events of this module could never be applied.
    long deadLetters() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select count(*) from dead_letter");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the dead letters of " + module + " cannot be counted", e);
        }
    }

    /// An interruption means that the process is ending. The event is then neither applied nor rejected, which
    /// would send it to the dead letters: it comes again after the restart.
    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            LOG.debug("interrupted while waiting to try an event again", e);
        }
    }
}

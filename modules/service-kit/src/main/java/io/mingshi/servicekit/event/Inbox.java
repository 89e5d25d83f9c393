package io.mingshi.servicekit.event;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.SQLException;
import java.time.Duration;
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
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                Received received = dependencies.codec.decode(cloudEvent);
                QuarkusTransaction.requiringNew().run(() -> applyOnce(channel, received, handler));
                return;
            } catch (RuntimeException e) {
                if (!Transience.of(e)) {
                    bury(channel, cloudEvent, e);
                    throw e;
                }
                LOG.warnf("%s: %s; trying again", channel, e.getMessage());
                sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void applyOnce(String channel, Received received, Consumer<Received> handler) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into inbox (channel, event_id) values (?, ?) on conflict do nothing")) {
            insert.setString(1, channel);
            insert.setString(2, received.envelope().id());
            if (insert.executeUpdate() == 0) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox of " + module + " cannot be written", e);
        }
        handler.accept(received);
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

package io.mingshi.servicekit.event;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/// Sends the rows of one outbox to Kafka and deletes those that are acknowledged.
///
/// One virtual thread, woken by NOTIFY, and by polling in case a notification is lost. It sends the rows of the lanes
/// that no other relay holds: any number of instances may run, and order per key is kept.
final class OutboxRelay {
    static final String CHANNEL = "outbox";

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final int BATCH = 200;
    private static final String HELD = "with held as (select lane from outbox_lane for update skip locked)";

    /// A number once given stays: what is sent again after a crash has the number that it had.
    private static final String NUMBER = HELD + """
            , batch as (
                select sequence, lane, row_number() over (partition by lane order by sequence) as place
                from outbox where number is null and lane in (select lane from held) order by sequence limit %d),
            counted as (
                update outbox_lane set numbered = numbered + new.count
                from (select lane, count(*) from batch group by lane) new
                where outbox_lane.lane = new.lane returning outbox_lane.lane, numbered - new.count as before)
            update outbox set number = before + place from batch join counted using (lane)
            where outbox.sequence = batch.sequence""".formatted(BATCH);
    private static final String NEXT = HELD + """
             select sequence, key, cloud_event, traceparent, lane, number from outbox
            where number is not null and lane in (select lane from held) order by number limit %d""".formatted(BATCH);

    private final String module;
    private final DataSource dataSource;
    private final EventDependencies dependencies;
    private final ReentrantLock sending = new ReentrantLock();
    private volatile boolean running;

    OutboxRelay(String module, DataSource dataSource, EventDependencies dependencies) {
        this.module = module;
        this.dataSource = dataSource;
        this.dependencies = dependencies;
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("outbox-" + module).start(this::run);
    }

    /// Returns when the batch under way, if any, is sent; nothing is sent after that.
    void stop() {
        running = false;
        sending.lock();
        try {
            LOG.debugf("outbox of %s: stopped", module);
        } finally {
            sending.unlock();
        }
    }

    private void run() {
        while (running) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
                while (running) {
                    drain(connection);
                    connection.unwrap(PGConnection.class).getNotifications((int) POLL.toMillis());
                }
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (running) {
                    LOG.warnf("outbox of %s: %s; trying again", module, e.getMessage());
                    pause();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void drain(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        sending.lock();
        try {
            connection.setAutoCommit(false);
            while (running && (number(connection) + sendNext(connection)) > 0) {
                connection.commit();
            }
            connection.commit();
        } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            sending.unlock();
        }
        connection.setAutoCommit(true);
    }

    /// Commits: a number must be known before anything with it leaves.
    private static int number(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            int numbered = statement.executeUpdate(NUMBER);
            connection.commit();
            return numbered;
        }
    }

    private int sendNext(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        List<Long> sequences = new ArrayList<>();
        List<Future<?>> acknowledgements = new ArrayList<>();
        try (var select = connection.prepareStatement(NEXT);
                var rows = select.executeQuery()) {
            while (rows.next()) {
                sequences.add(rows.getLong(1));
                acknowledgements.add(dependencies.producer.send(
                        dependencies.topicPrefix + "mingshi." + module,
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        new ProducerNumber(rows.getInt(5), rows.getLong(6))));
            }
        }
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        delete(connection, sequences);
        return sequences.size();
    }

    private static void delete(Connection connection, List<Long> sequences) throws SQLException {
        try (var delete = connection.prepareStatement("delete from outbox where sequence = any (?)")) {
            delete.setArray(1, connection.createArrayOf("bigint", sequences.toArray()));
            delete.executeUpdate();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

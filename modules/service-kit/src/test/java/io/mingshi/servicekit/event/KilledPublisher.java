package io.mingshi.servicekit.event;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import io.mingshi.servicekit.id.Ids;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A process that writes state and facts in one transaction after another, and relays the facts, until it is
/// killed.
///
/// With the argument `drain` it only relays what is left, and ends.
final class KilledPublisher {
    private static final int WRITERS = 3;

    private KilledPublisher() {}

    public static void main(String[] arguments) throws SQLException, InterruptedException {
        var database = new PGSimpleDataSource();
        database.setUrl(System.getenv("KILL_DATABASE"));
        database.setUser(System.getenv("KILL_USER"));
        database.setPassword(System.getenv("KILL_PASSWORD"));
        var dependencies = new EventDependencies(
                new EventCodec(),
                new EventProducer(System.getenv("KILL_KAFKA")),
                new Ids(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new TransactionSynchronizationRegistryImple(),
                Optional.of(System.getenv("KILL_PREFIX")));
        var relay = new OutboxRelay("kit", database, dependencies);
        relay.start();
        if (arguments[0].equals("drain")) {
            while (count(database) > 0) {
                Thread.sleep(50);
            }
            relay.stop();
            System.exit(0);
        }
        var firstCommits = new CountDownLatch(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            String subject = arguments[0] + "-" + writer;
            Thread.ofPlatform().start(() -> write(database, dependencies, subject, firstCommits));
        }
        firstCommits.await();
        System.out.println("writing");
    }

    private static void write(
            DataSource database, EventDependencies dependencies, String subject, CountDownLatch firstCommits) {
        try (var connection = database.getConnection();
                var state = connection.prepareStatement("insert into state (subject, number) values (?, ?)")) {
            connection.setAutoCommit(false);
            var outbox = new Outbox("kit", sharing(connection), dependencies) {};
            for (int number = 0; ; number++) {
                outbox.publish(new PersonErased(new PersonId(subject), Instant.ofEpochSecond(number)));
                state.setString(1, subject);
                state.setInt(2, number);
                state.executeUpdate();
                connection.commit();
                firstCommits.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// A data source that joins the one open transaction, as the transaction manager does in a service.
    private static DataSource sharing(Connection connection) {
        var loader = KilledPublisher.class.getClassLoader();
        var shared = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (_, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return (DataSource) Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (_, _, _) -> shared);
    }
}

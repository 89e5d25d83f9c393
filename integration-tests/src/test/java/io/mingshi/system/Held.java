package io.mingshi.system;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/// Something in a database that a test holds, so that whoever wants it waits at this very place.
final class Held implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Connection connection;

    private Held(Connection connection) {
        this.connection = connection;
    }

    /// @param database its whole name
    /// @param statement that locks what is to be held, with one parameter
    static Held by(Properties stack, String database, String statement, String parameter) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.getProperty("postgres.port") + "/" + database,
                stack.getProperty("postgres.user"),
                stack.getProperty("postgres.password"));
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement(statement)) {
            lock.setString(1, parameter);
            lock.execute();
        }
        return new Held(connection);
    }

    /// Waits until somebody else wants what is held.
    void awaitWaiter() {
        await("somebody waits for what the test holds").atMost(PATIENCE).until(this::isWaitedFor);
    }

    private boolean isWaitedFor() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

package io.mingshi.records.export.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.export.Exports;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// An advisory lock of PostgreSQL: it ends with its session, also when the process is killed.
final class JobTurn implements Exports.Turn {
    private static final Logger LOG = Logger.getLogger(JobTurn.class);
    /// Any number, the same in every process.
    private static final long LOCK = 0x6578706f7274L;

    private final Connection connection;

    private JobTurn(Connection connection) {
        this.connection = connection;
    }

    static Optional<Exports.Turn> take(AgroalDataSource dataSource) {
        Connection connection = null;
        try {
            connection = dataSource.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return Optional.of(new JobTurn(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            close(connection);
            throw new IllegalStateException("the turn to export cannot be taken", e);
        }
    }

    @Override
    public void check() {
        try {
            if (!ask(
                    connection,
                    "select exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"
                            + " and ((classid::bigint << 32) | objid::bigint) = " + LOCK + ")")) {
                throw new IllegalStateException("another instance may have taken the turn to export");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the turn to export was lost with the connection", e);
        }
    }

    @Override
    public void close() {
        try {
            ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException e) {
            LOG.warn("the turn to export ends with its connection", e);
        }
        close(connection);
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warn("a connection did not close", e);
            }
        }
    }
}

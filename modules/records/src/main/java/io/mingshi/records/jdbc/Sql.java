package io.mingshi.records.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One SQL statement with its values, on one database. In a transaction it takes part in it, but for [#stream].
///
/// @param what what is read or written, to be named when it fails
public record Sql(DataSource dataSource, String what) {
    /// Rows that are fetched at once: texts can be as large as a message on Kafka.
    private static final int FETCHED = 64;

    /// Reads one row.
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /// All rows of a statement that gives few.
    public <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var select = prepared(connection, sql, values);
                var rows = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    /// Hands over rows one after another, in the current transaction.
    ///
    /// @param fetch how many rows the database hands out at once
    public void each(String sql, int fetch, Reader reader, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var select = prepared(connection, sql, values)) {
            select.setFetchSize(fetch);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    /// Takes one row.
    public interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /// Writes with values that are bound otherwise.
    public void insert(String sql, Binder binder) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(connection, statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    /// Binds values.
    public interface Binder {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    /// Several statements without values, whatever they answer.
    public void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    /// How many rows were written.
    public int update(String sql, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    /// Hands over any number of rows, one after another, as they were at one instant. Not for use in a
    /// transaction.
    public <T> void stream(String sql, Mapper<T> mapper, Consumer<T> consumer, @Nullable Object... values) {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var select = prepared(connection, sql, values)) {
                select.setFetchSize(FETCHED);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(mapper.map(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    /// The instant in a column.
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// The instant in a column that may be empty.
    public static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// The month in a column with its first day.
    public static YearMonth month(ResultSet row, int column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case YearMonth month -> statement.setObject(i + 1, month.atDay(1));
                case Enum<?> constant -> statement.setString(i + 1, constant.name());
                case String[] texts -> statement.setArray(i + 1, array(connection, "text", texts));
                case byte[][] bytes -> statement.setArray(i + 1, array(connection, "bytea", bytes));
                case null, default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private IllegalStateException failed(String deed, SQLException e) {
        return new IllegalStateException(what + " cannot be " + deed, e);
    }
}

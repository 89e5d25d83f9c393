package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements in the current transaction.
@Singleton
class Sql {
    private final AgroalDataSource dataSource;

    Sql(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    <T> List<T> query(String sql, Mapper<T> mapper, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the database of records cannot be read", e);
        }
    }

    /// Row by row, without having all of them in memory.
    ///
    /// @param fetch how many rows the database hands out at once
    void each(String sql, int fetch, Reader reader, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            statement.setFetchSize(fetch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of records cannot be read", e);
        }
    }

    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the database of records refuses", e);
        }
    }

    interface Binder {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    void insert(String sql, Binder binder) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binder.bind(connection, statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the database of records refuses", e);
        }
    }

    /// Several statements without values, whatever they answer.
    void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of records refuses", e);
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static YearMonth month(ResultSet row, int column) throws SQLException {
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
                case String[] texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts));
                case null -> statement.setNull(i + 1, Types.VARCHAR);
                default -> statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}

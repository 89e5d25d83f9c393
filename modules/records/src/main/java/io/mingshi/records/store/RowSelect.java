package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.KeptRecord;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Reads rows of the table `record` and opens their texts: two questions to the database.
@Singleton
class RowSelect {
    private final AgroalDataSource dataSource;
    private final Sealing sealing;

    RowSelect(@DataSource("records") AgroalDataSource dataSource, Sealing sealing) {
        this.dataSource = dataSource;
        this.sealing = sealing;
    }

    /// @param sql selects [RowBinding#COLUMNS]
    /// @param values strings, numbers, instants, or collections of strings or whole numbers
    List<KeptRecord> select(String sql, Object... values) {
        return sealing.open(rows(sql, values));
    }

    private List<StoredRow> rows(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                bind(connection, select, i + 1, values[i]);
            }
            List<StoredRow> rows = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(RowBinding.row(found));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the records could not be read", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement select, int place, Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> select.setObject(place, instant.atOffset(ZoneOffset.UTC));
            case int[] numbers -> select.setObject(place, numbers);
            case Collection<?> texts -> select.setArray(place, connection.createArrayOf("text", texts.toArray()));
            default -> select.setObject(place, value);
        }
    }
}

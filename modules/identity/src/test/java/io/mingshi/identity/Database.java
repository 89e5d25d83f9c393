package io.mingshi.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Looks behind the interface: what is really in the tables.
@Singleton
class Database {
    private final AgroalDataSource dataSource;

    Database(@DataSource("identity") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Forgets everybody, so that each test begins with unproven people.
    void empty() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate identity, person_key");
        }
    }

    /// Every column of every row as text, bytes in Latin-1 so that plaintext in them would show.
    List<String> everything() throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select person || ' ' || concat_ws(' ', method, assurance, document_index, reference,
                            encode(personal_data, 'escape')) from identity
                        union all select cloud_event from outbox""")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    long keys() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from person_key where wrapped is not null")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

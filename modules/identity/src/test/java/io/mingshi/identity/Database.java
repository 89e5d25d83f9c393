package io.mingshi.identity;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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
            statement.execute("truncate identity, person_key, confirmation, one_time_secret, allowance, attempt,"
                    + " spending, guardianship, disclosure, legal_hold, account_sanction, account_order,"
                    + " emergency_contact");
        }
    }

    /// Every column of every row as text, bytes in Latin-1 so that plaintext in them would show.
    List<String> everything() throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select concat_ws(' ', person, subject_index, national_mark, organization_index,
                            encode(personal_data, 'escape'), encode(organization, 'escape')) from identity
                        union all select c::text from confirmation c
                        union all select o::text from one_time_secret o
                        union all select a::text from allowance a
                        union all select a::text from attempt a
                        union all select g::text from guardianship g
                        union all select concat_ws(' ', person, encode(contact, 'escape')) from emergency_contact
                        union all select cloud_event from outbox""")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    long keys() throws SQLException {
        return number("select count(*) from person_key where wrapped is not null");
    }

    long identities() throws SQLException {
        return number("select (select count(*) from identity) + (select count(*) from confirmation)");
    }

    /// What checks have cost, in fen.
    long spent() throws SQLException {
        return number("select coalesce(sum(spent), 0) from spending");
    }

    void haveSpent(Clock clock, long fen) throws SQLException {
        haveSpent(clock, fen, "ACCOUNTS");
    }

    void haveSpent(Clock clock, long fen, String purse) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("insert into spending (day, spent, purse) values (?, ?, ?)")) {
            statement.setObject(1, LocalDate.now(clock));
            statement.setLong(2, fen);
            statement.setString(3, purse);
            statement.executeUpdate();
        }
    }

    /// Whoever took from this allowance before may not any more in its window.
    ///
    /// @param whose as kept
    void useUp(Allowance allowance, String whose) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement =
                        connection.prepareStatement("update allowance set used = ? where kind = ? and whose = ?")) {
            statement.setInt(1, allowance.times());
            statement.setString(2, allowance.name());
            statement.setString(3, whose);
            statement.executeUpdate();
        }
    }

    /// As [#useUp], for everybody who took from this allowance before.
    void useUpAll(Allowance allowance) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("update allowance set used = ? where kind = ?")) {
            statement.setInt(1, allowance.times());
            statement.setString(2, allowance.name());
            statement.executeUpdate();
        }
    }

    void forgetTries() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from allowance");
            statement.execute("delete from attempt");
        }
    }

    void forgetCountsBut(Allowance kept) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement("delete from allowance where kind <> ?")) {
            statement.setString(1, kept.name());
            statement.executeUpdate();
        }
    }

    private long number(String query) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}

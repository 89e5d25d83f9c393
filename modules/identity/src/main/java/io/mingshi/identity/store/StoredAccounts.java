package io.mingshi.identity.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.identity.account.Accounts;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredAccounts implements Accounts {
    private final AgroalDataSource dataSource;
    private final Clock clock;

    StoredAccounts(@DataSource("identity") AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public void suspend(PersonId person, String sanction, SanctionKind kind) {
        change(
                "insert into account_sanction (sanction, person, kind) values (?, ?, ?) on conflict do nothing",
                sanction,
                person.value(),
                kind.name());
        order(new Order(person, Deed.SET_ACCESS, kind.name()));
    }

    @Override
    public void lift(PersonId person, String sanction) {
        change("delete from account_sanction where sanction = ? and person = ?", sanction, person.value());
        order(new Order(person, Deed.SET_ACCESS, "SANCTION_ENDED"));
    }

    @Override
    public void endSessions(PersonId person, String cause) {
        order(new Order(person, Deed.END_SESSIONS, cause));
    }

    /// One that waits already stands for this one too: it is carried out as things are then.
    private void order(Order order) {
        change(
                "insert into account_order (person, deed, cause, due_at) values (?, ?, ?, ?)"
                        + " on conflict (person, deed) do update set cause = excluded.cause",
                order.person().value(),
                order.deed().name(),
                order.cause(),
                clock.instant());
    }

    @Override
    public Optional<SanctionKind> rest(PersonId person) {
        return rows(
                        row -> SanctionKind.valueOf(row.getString("kind")),
                        "select kind from account_sanction where person = ?",
                        person.value())
                .stream()
                .max(Comparator.naturalOrder());
    }

    @Override
    public Optional<Order> due(Instant now) {
        return rows(
                        row -> new Order(
                                new PersonId(row.getString("person")),
                                Deed.valueOf(row.getString("deed")),
                                row.getString("cause")),
                        "select person, deed, cause from account_order where due_at <= ?"
                                + " order by due_at limit 1 for update skip locked",
                        now)
                .stream()
                .findFirst();
    }

    @Override
    public void done(Order order) {
        change(
                "delete from account_order where person = ? and deed = ?",
                order.person().value(),
                order.deed().name());
    }

    @Override
    public void putOff(Order order, Instant until) {
        change(
                "update account_order set due_at = ? where person = ? and deed = ?",
                until,
                order.person().value(),
                order.deed().name());
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private void change(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an order for the login could not be written", e);
        }
    }

    private <T> List<T> rows(Row<T> reader, String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            fill(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the orders for the login cannot be read", e);
        }
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant at ? Timestamp.from(at) : values[i]);
        }
    }
}

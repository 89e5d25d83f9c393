package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.person.PersonRead;
import io.mingshi.records.person.PersonRead.State;
import io.mingshi.records.person.PersonReads;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table `person_read`.
@Singleton
class PersonReadRows implements PersonReads {
    private final AgroalDataSource dataSource;

    PersonReadRows(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void add(PersonRead open) {
        update(
                "insert into person_read (request, person, case_reference, reason, requester, requested_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                open.request(),
                open.person().value(),
                open.caseReference(),
                open.reason(),
                open.requester().value(),
                open.requestedAt());
    }

    @Override
    public Optional<PersonRead> find(String request) {
        return query("select * from person_read where request = ? for update", request).stream()
                .findFirst();
    }

    @Override
    public List<PersonRead> newest(int limit) {
        return query("select * from person_read order by requested_at desc limit ?", limit);
    }

    @Override
    public void refuse(String request, PersonId decider, Instant now) {
        update(
                "update person_read set approved = false, decider = ?, decided_at = ? where request = ?",
                decider.value(),
                now,
                request);
    }

    @Override
    public void approve(String request, PersonId decider, Instant now, Instant until) {
        update(
                "update person_read set approved = true, decider = ?, decided_at = ?, valid_until = ?"
                        + " where request = ?",
                decider.value(),
                now,
                until,
                request);
    }

    @Override
    public void forget(Instant before) {
        update("delete from person_read where requested_at < ?", before);
    }

    private List<PersonRead> query(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, values);
            List<PersonRead> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the requests to read about people cannot be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(sql)) {
            bind(update, values);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a request to read about a person cannot be written", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static PersonRead row(ResultSet row) throws SQLException {
        return new PersonRead(
                row.getString("request"),
                new PersonId(row.getString("person")),
                row.getString("case_reference"),
                row.getString("reason"),
                new PersonId(row.getString("requester")),
                instant(row, "requested_at"),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        boolean approved = row.getBoolean("approved");
        if (row.wasNull()) {
            return new State.Open();
        }
        PersonId decider = new PersonId(row.getString("decider"));
        Instant decidedAt = instant(row, "decided_at");
        return approved
                ? new State.Approved(decider, decidedAt, instant(row, "valid_until"))
                : new State.Refused(decider, decidedAt);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

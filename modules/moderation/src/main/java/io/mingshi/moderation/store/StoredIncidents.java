package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.incident.Incident;
import io.mingshi.moderation.incident.Incident.Level;
import io.mingshi.moderation.incident.Incidents;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredIncidents implements Incidents {
    private final Sql sql;

    StoredIncidents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Incident incident) {
        sql.update(
                "insert into incident (number, level, critical, facts, noticed_at, entered_by, report)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                incident.number(),
                incident.level().name(),
                incident.critical(),
                incident.facts(),
                incident.noticedAt(),
                incident.by().value(),
                incident.report());
    }

    @Override
    public Optional<Incident> findForChange(String number) {
        if (number.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql
                .query(StoredIncidents::incident, "select * from incident where number = ? for update", number)
                .stream()
                .findFirst();
    }

    @Override
    public void update(Incident incident) {
        sql.update(
                "update incident set handled_at = ?, summary = ? where number = ?",
                incident.handledAt(),
                incident.summary(),
                incident.number());
    }

    @Override
    public List<Incident> latest(int limit) {
        return sql.query(
                StoredIncidents::incident,
                "select * from incident order by noticed_at desc, number desc limit ?",
                limit);
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getString("number"),
                Level.valueOf(row.getString("level")),
                row.getBoolean("critical"),
                row.getString("facts"),
                Sql.instant(row, "noticed_at"),
                new PersonId(row.getString("entered_by")),
                row.getString("report"),
                Sql.instantOrNull(row, "handled_at"),
                row.getString("summary"));
    }
}

package io.mingshi.records.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.DataSubject;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.Breach;
import io.mingshi.records.retention.BreachFacts.Affected;
import io.mingshi.records.retention.Breaches;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The tables `breach` and `breach_person`.
@Singleton
class BreachRows implements Breaches {
    private final Sql sql;

    BreachRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long keep(Breach breach, Affected affected) {
        sql.update(
                "insert into breach (id, zh, en, noticed_at, affected, by, at) values (?, ?, ?, ?, 0, ?, ?)",
                breach.id(),
                breach.chinese(),
                breach.english(),
                breach.noticedAt(),
                breach.by().value(),
                breach.at());
        long count = switch (affected) {
            case Affected.Persons(List<PersonId> persons) ->
                sql.update(
                        "insert into breach_person (breach, person) select distinct ?, unnest(?::text[])",
                        breach.id(),
                        persons.stream().map(PersonId::value).toArray(String[]::new));
            case Affected.InPeriod period ->
                sql.update(
                        "insert into breach_person (breach, person) select distinct ?, person from record"
                                + " where received_at >= ? and received_at < ? and person <> ?",
                        breach.id(),
                        period.from(),
                        period.until(),
                        DataSubject.PLATFORM.value());
        };
        sql.update("update breach set affected = ? where id = ?", count, breach.id());
        return count;
    }

    @Override
    public Optional<Breach> find(String id) {
        return sql
                .list(
                        "select id, zh, en, noticed_at, affected, by, at from breach where id = ?",
                        row -> new Breach(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Sql.instant(row, 4),
                                row.getLong(5),
                                new PersonId(row.getString(6)),
                                Sql.instant(row, 7)),
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public List<PersonId> affected(String id, String after, int limit) {
        return sql.list(
                "select person from breach_person where breach = ? and person > ? order by person limit ?",
                row -> new PersonId(row.getString(1)),
                id,
                after,
                limit);
    }
}

package io.mingshi.moderation.store;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement;
import io.mingshi.moderation.statement.Statement.Detected;
import io.mingshi.moderation.statement.Statements;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredStatements implements Statements {
    private final Sql sql;

    StoredStatements(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Statement statement) {
        ProduceId work = statement.work();
        ContentKind kind = statement.kind();
        PersonId second = statement.second();
        return sql.update(
                        "insert into statement values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        statement.number(),
                        statement.person().value(),
                        statement.restriction().name(),
                        statement.about(),
                        work == null ? null : work.value(),
                        kind == null ? null : kind.name(),
                        statement.policy().name(),
                        statement.category(),
                        statement.facts(),
                        statement.detected().name(),
                        statement.decidedBy().value(),
                        statement.at(),
                        statement.until(),
                        second == null ? null : second.value())
                == 1;
    }

    @Override
    public Optional<Statement> find(String number) {
        if (number.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql.query(StoredStatements::statement, "select * from statement where number = ?", number).stream()
                .findFirst();
    }

    @Override
    public List<Statement> of(PersonId person, int limit) {
        return sql.query(
                StoredStatements::statement,
                "select * from statement where person = ? order by issued_at desc limit ?",
                person.value(),
                limit);
    }

    @Override
    public List<Statement> between(Instant from, Instant to, String after, int limit) {
        return sql.query(
                StoredStatements::statement,
                "select * from statement where issued_at >= ? and issued_at < ?"
                        + " and (? = '' or (issued_at, number) > (select issued_at, number from statement where number = ?))"
                        + " order by issued_at, number limit ?",
                from,
                to,
                after,
                after,
                limit);
    }

    private static Statement statement(ResultSet row) throws SQLException {
        String work = row.getString("work");
        String kind = row.getString("kind");
        String second = row.getString("decided_second");
        return new Statement(
                row.getString("number"),
                new PersonId(row.getString("person")),
                Restriction.valueOf(row.getString("restriction")),
                row.getString("about"),
                work == null ? null : new ProduceId(work),
                kind == null ? null : ContentKind.valueOf(kind),
                Policy.valueOf(row.getString("policy")),
                row.getString("category"),
                row.getString("facts"),
                Detected.valueOf(row.getString("detected")),
                new PersonId(row.getString("decided_by")),
                second == null ? null : new PersonId(second),
                Sql.instant(row, "issued_at"),
                Sql.instantOrNull(row, "until"));
    }
}

package io.mingshi.moderation.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.sanction.Violations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredViolations implements Violations {
    /// A work that was cut by a violation is none that was made without one.
    private static final String IN_A_ROW = """
            select admission from violation where person = ? and at > greatest(?::timestamptz, coalesce(
                (select recorded_at from known_work w where w.person = ?
                    and not exists (select 1 from violation v where v.admission = w.admission)
                    order by recorded_at desc limit 1), '-infinity'))
            order by at""";

    private final Sql sql;

    StoredViolations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(PersonId person) {
        sql.query(row -> true, "select pg_advisory_xact_lock(hashtextextended('violation ' || ?, 0))", person.value());
    }

    @Override
    public void add(AdmissionId admission, PersonId person, String problem, Instant at) {
        sql.update(
                "insert into violation values (?, ?, ?, ?) on conflict do nothing",
                admission.value(),
                person.value(),
                problem,
                at);
    }

    @Override
    public List<AdmissionId> inARow(PersonId person, Instant after) {
        return sql.query(StoredViolations::admission, IN_A_ROW, person.value(), after, person.value());
    }

    @Override
    public List<AdmissionId> between(PersonId person, Instant after, Instant from, Instant to) {
        return sql.query(
                StoredViolations::admission,
                "select admission from violation where person = ? and at > ? and at >= ? and at < ? order by at",
                person.value(),
                after,
                from,
                to);
    }

    @Override
    public void forget(AdmissionId admission) {
        sql.update("delete from violation where admission = ?", admission.value());
    }

    private static AdmissionId admission(ResultSet row) throws SQLException {
        return new AdmissionId(row.getString("admission"));
    }
}

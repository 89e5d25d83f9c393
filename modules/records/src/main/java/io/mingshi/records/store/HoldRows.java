package io.mingshi.records.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.HoldScope;
import io.mingshi.records.retention.HoldScope.Everything;
import io.mingshi.records.retention.HoldScope.OfAdmission;
import io.mingshi.records.retention.HoldScope.OfClass;
import io.mingshi.records.retention.HoldScope.OfPerson;
import io.mingshi.records.retention.HoldScope.OfTicket;
import io.mingshi.records.retention.HoldScope.OfWork;
import io.mingshi.records.retention.LegalHold;
import io.mingshi.records.retention.LegalHold.Release;
import io.mingshi.records.retention.LegalHold.Step;
import io.mingshi.records.retention.LegalHolds;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `legal_hold`.
@Singleton
class HoldRows implements LegalHolds {
    private static final String SELECT = "select id, case_number, reason, person, work, admission, ticket,"
            + " retention_class, from_at, until_at, requested_by, requested_at, approved_by, approved_at,"
            + " release_reason, release_asked_by, release_asked_at, released_by, released_at from legal_hold ";

    private final Sql sql;

    HoldRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(LegalHold hold) {
        HeldRows.decide(sql);
        sql.update(
                "insert into legal_hold (id, case_number, reason, requested_by, requested_at, protects_until,"
                        + " everything) values (?, ?, ?, ?, ?, ?, true)",
                hold.id(),
                hold.caseNumber(),
                hold.reason(),
                hold.requested().by().value(),
                hold.requested().at(),
                hold.requested().at().plus(LegalHold.DECISION));
        switch (hold.scope()) {
            case OfPerson(PersonId person) -> narrow(hold, "person", person.value());
            case OfWork(ProduceId work) -> narrow(hold, "work", work.value());
            case OfAdmission(AdmissionId admission) -> narrow(hold, "admission", admission.value());
            case OfTicket(String ticket) -> narrow(hold, "ticket", ticket);
            case OfClass e ->
                sql.update(
                        "update legal_hold set everything = false, retention_class = ?, from_at = ?, until_at = ?"
                                + " where id = ?",
                        e.retentionClass(),
                        e.from(),
                        e.until(),
                        hold.id());
            case Everything _ -> {}
        }
    }

    private void narrow(LegalHold hold, String column, String id) {
        sql.update("update legal_hold set everything = false, " + column + " = ? where id = ?", id, hold.id());
    }

    @Override
    public Optional<LegalHold> findForChange(String id) {
        return sql.list(SELECT + "where id = ? for update", HoldRows::hold, id).stream()
                .findFirst();
    }

    @Override
    public List<LegalHold> all() {
        return sql.list(SELECT + "order by requested_at desc, id desc", HoldRows::hold);
    }

    @Override
    public void approved(String id, Step step) {
        sql.update(
                "update legal_hold set approved_by = ?, approved_at = ? where id = ?",
                step.by().value(),
                step.at(),
                id);
    }

    @Override
    public void releaseRequested(String id, Release release) {
        sql.update(
                "update legal_hold set release_reason = ?, release_asked_by = ?, release_asked_at = ? where id = ?",
                release.reason(),
                release.step().by().value(),
                release.step().at(),
                id);
    }

    @Override
    public void released(String id, Step step) {
        sql.update(
                "update legal_hold set released_by = ?, released_at = ? where id = ?",
                step.by().value(),
                step.at(),
                id);
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        Step releaseStep = step(row, 16);
        return new LegalHold(
                row.getString(1),
                row.getString(2),
                scope(row),
                row.getString(3),
                Objects.requireNonNull(step(row, 11)),
                step(row, 13),
                releaseStep == null ? null : new Release(row.getString(15), releaseStep),
                step(row, 18));
    }

    private static @Nullable Step step(ResultSet row, int column) throws SQLException {
        String by = row.getString(column);
        return by == null ? null : new Step(new PersonId(by), Sql.instant(row, column + 1));
    }

    private static HoldScope scope(ResultSet row) throws SQLException {
        if (row.getString(4) != null) {
            return new OfPerson(new PersonId(row.getString(4)));
        }
        if (row.getString(5) != null) {
            return new OfWork(new ProduceId(row.getString(5)));
        }
        if (row.getString(6) != null) {
            return new OfAdmission(new AdmissionId(row.getString(6)));
        }
        if (row.getString(7) != null) {
            return new OfTicket(row.getString(7));
        }
        return row.getString(8) == null
                ? new Everything()
                : new OfClass(RetentionClass.valueOf(row.getString(8)), Sql.instant(row, 9), Sql.instant(row, 10));
    }
}

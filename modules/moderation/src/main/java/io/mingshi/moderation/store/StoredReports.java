package io.mingshi.moderation.store;

import io.mingshi.moderation.report.Report;
import io.mingshi.moderation.report.Reports;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredReports implements Reports {
    private final Sql sql;

    StoredReports(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Report report) {
        sql.update(
                "insert into report (number, about, policy, content, queued_at, due, next_attempt)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                report.number(),
                report.about(),
                report.ground(),
                report.content(),
                report.queuedAt(),
                report.due(),
                report.nextAttempt());
    }

    @Override
    public Optional<Report> take(Instant now, Instant busyUntil) {
        return sql
                .query(
                        StoredReports::report,
                        "update report set attempts = attempts + 1, next_attempt = ? where number ="
                                + " (select number from report where receipt is null and next_attempt <= ?"
                                + " order by next_attempt limit 1 for update skip locked) returning *",
                        busyUntil,
                        now)
                .stream()
                .findFirst();
    }

    /// The receipt that another report has already is no receipt of this one.
    @Override
    public boolean receipted(String number, String receipt, Instant at) {
        sql.query(row -> true, "select pg_advisory_xact_lock(hashtextextended('receipt ' || ?, 0))", receipt);
        if (sql.count("select count(*) from report where receipt = ? and number <> ?", receipt, number) > 0) {
            return false;
        }
        return sql.update(
                        "update report set receipt = ?, receipted_at = ?, last_problem = null"
                                + " where number = ? and receipt is null",
                        receipt,
                        at,
                        number)
                == 1;
    }

    @Override
    public void failed(String number, String problem, Instant nextAttempt) {
        sql.update(
                "update report set last_problem = ?, next_attempt = ? where number = ? and receipt is null",
                problem,
                nextAttempt,
                number);
    }

    @Override
    public List<Report> latest(int limit) {
        return sql.query(
                StoredReports::report, "select * from report order by queued_at desc, number desc limit ?", limit);
    }

    @Override
    public long waiting() {
        return sql.count("select count(*) from report where receipt is null");
    }

    @Override
    public long overdue(Instant now) {
        return sql.count("select count(*) from report where receipt is null and due < ?", now);
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getString("number"),
                row.getString("about"),
                row.getString("policy"),
                row.getString("content"),
                Sql.instant(row, "queued_at"),
                Sql.instant(row, "due"),
                row.getInt("attempts"),
                Sql.instant(row, "next_attempt"),
                row.getString("last_problem"),
                row.getString("receipt"),
                Sql.instantOrNull(row, "receipted_at"));
    }
}

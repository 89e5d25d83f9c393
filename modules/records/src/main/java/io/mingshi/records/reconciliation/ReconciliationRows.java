package io.mingshi.records.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.RecordsEvent.WorksReconciled;
import io.mingshi.records.Announcements;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.reconciliation.Reconciliation.Found;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The tables `reconciliation` and `reconciliation_finding`; every method that writes is a transaction.
@Singleton
class ReconciliationRows {
    /// More are counted, not kept.
    private static final int MOST_FINDINGS = 10_000;

    private static final int EXAMPLES = 20;
    private static final Duration UNSEEN = Duration.ofMinutes(10);
    private static final String SELECT = "select id, case when state = 'FINISHED' and findings = 0 then 'CLEAN'"
            + " when state = 'FINISHED' then 'FOUND' else state end, started_by, started_at, finished_at, objects,"
            + " works, read, findings, failure from reconciliation ";

    private final Sql sql;
    private final Announcements announcements;
    private final Clock clock;

    ReconciliationRows(@DataSource("records") AgroalDataSource dataSource, Announcements announcements, Clock clock) {
        this.sql = new Sql(dataSource, "the reconciliations");
        this.announcements = announcements;
        this.clock = clock;
    }

    /// Begins one, unless one is running; one whose process is gone has failed.
    @Transactional
    boolean begin(String id, String startedBy) {
        Instant now = clock.instant();
        sql.update(
                "update reconciliation set state = 'FAILED', finished_at = ?, failure = 'its process ended'"
                        + " where state = 'RUNNING' and touched_at < ?",
                now,
                now.minus(UNSEEN));
        return sql.update(
                        "insert into reconciliation (id, state, started_by, started_at, touched_at)"
                                + " values (?, 'RUNNING', ?, ?, ?) on conflict do nothing",
                        id,
                        startedBy,
                        now,
                        now)
                == 1;
    }

    @Transactional
    void touch(String id, long objects, long works, long read) {
        sql.update(
                "update reconciliation set touched_at = ?, objects = ?, works = ?, read = ? where id = ?",
                clock.instant(),
                objects,
                works,
                read,
                id);
    }

    @Transactional
    void add(String id, Discrepancy found) {
        sql.update(
                "insert into reconciliation_finding (reconciliation, kind, work, object, sentence)"
                        + " select ?, ?, ?, ?, ? from reconciliation where id = ? and findings < ?",
                id,
                found.kind(),
                found.work(),
                found.object(),
                found.sentence().replace("\0", ""),
                id,
                MOST_FINDINGS);
        sql.update("update reconciliation set findings = findings + 1 where id = ?", id);
    }

    @Transactional
    void finish(String id, WorkMerge merge) {
        touch(id, merge.objects(), merge.works(), merge.read());
        end(id, "update reconciliation set state = 'FINISHED', finished_at = ? where id = ?", clock.instant(), id);
    }

    @Transactional
    void fail(String id, String failure) {
        end(
                id,
                "update reconciliation set state = 'FAILED', finished_at = ?, failure = ? where id = ?",
                clock.instant(),
                failure,
                id);
    }

    Optional<Reconciliation> find(String id) {
        return sql.list(SELECT + "where id = ?", ReconciliationRows::reconciliation, id).stream()
                .findFirst();
    }

    /// The newest first.
    List<Reconciliation> newest(int limit) {
        return sql.list(SELECT + "order by started_at desc limit ?", ReconciliationRows::reconciliation, limit);
    }

    /// The last one that is not running any more.
    Optional<Reconciliation> last() {
        return sql
                .list(
                        SELECT + "where state <> 'RUNNING' order by finished_at desc limit 1",
                        ReconciliationRows::reconciliation)
                .stream()
                .findFirst();
    }

    List<Found> findings(String id, long after, int limit) {
        return sql.list(
                "select number, kind, work, object, sentence from reconciliation_finding"
                        + " where reconciliation = ? and number > ? order by number limit ?",
                row -> new Found(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                id,
                after,
                limit);
    }

    private void end(String id, String update, Object... values) {
        sql.update(update, values);
        Reconciliation ended = find(id).orElseThrow();
        announcements.publish(new WorksReconciled(
                id,
                ended.outcome(),
                ended.objects(),
                ended.works(),
                ended.read(),
                ended.findingCount(),
                findings(id, 0, EXAMPLES).stream().map(Found::sentence).toList(),
                ended.startedAt(),
                Objects.requireNonNull(ended.finishedAt())));
    }

    private static Reconciliation reconciliation(ResultSet row) throws SQLException {
        return new Reconciliation(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Sql.instant(row, 4),
                Sql.instantOrNull(row, 5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getString(10));
    }
}

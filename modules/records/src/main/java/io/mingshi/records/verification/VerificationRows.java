package io.mingshi.records.verification;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.event.RecordsEvent.RecordsVerified;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.records.Announcements;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.verification.Verification.Found;
import io.mingshi.records.verification.Verification.State;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `verification`; every method that writes is a transaction.
@Singleton
class VerificationRows {
    /// More are counted, not kept: whoever emptied a table of millions is found by the first of them.
    private static final int MOST_FINDINGS = 10_000;

    private static final int EXAMPLES = 20;
    private static final String SELECT =
            "select id, state, started_by, started_at, checkpoint, size, next, log_checked,"
                    + " records, findings, unlogged, finished_at, failure from verification ";

    private final Sql sql;
    private final FindingRows findings;
    private final Announcements announcements;
    private final Clock clock;

    VerificationRows(
            @DataSource("records") AgroalDataSource dataSource,
            FindingRows findings,
            Announcements announcements,
            Clock clock) {
        this.sql = new Sql(dataSource, "the verifications");
        this.findings = findings;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// Another process works on the verification, or it is over.
    static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Begins one, unless one is running.
    @Transactional
    boolean begin(String id, String startedBy, String runner) {
        Instant now = clock.instant();
        return sql.update(
                        "insert into verification (id, state, started_by, started_at, runner, touched_at)"
                                + " values (?, 'RUNNING', ?, ?, ?, ?) on conflict do nothing",
                        id,
                        startedBy,
                        now,
                        runner,
                        now)
                == 1;
    }

    /// Takes over the one that is running if nobody has been seen to work on it for a time.
    @Transactional
    Optional<Verification> takeOver(String runner, Duration unseen) {
        Instant now = clock.instant();
        sql.update(
                "update verification set runner = ?, touched_at = ? where state = 'RUNNING' and touched_at < ?",
                runner,
                now,
                now.minus(unseen));
        return sql
                .list(SELECT + "where state = 'RUNNING' and runner = ?", VerificationRows::verification, runner)
                .stream()
                .findFirst();
    }

    /// Lets another process go on with what this one does not end.
    @Transactional
    void release(String runner) {
        sql.update(
                "update verification set touched_at = ? where state = 'RUNNING' and runner = ?", Instant.EPOCH, runner);
    }

    @Transactional
    void touch(String id, String runner) {
        owned(sql.update(
                "update verification set touched_at = ? where id = ? and runner = ? and state = 'RUNNING'",
                clock.instant(),
                id,
                runner));
    }

    @Transactional
    void checkpoint(String id, String runner, SignedNote note) {
        owned(sql.update(
                "update verification set checkpoint = ?, size = ?, touched_at = ?"
                        + " where id = ? and runner = ? and state = 'RUNNING'",
                note.toString(),
                Checkpoint.parse(note.text()).size(),
                clock.instant(),
                id,
                runner));
    }

    @Transactional
    void logChecked(String id, String runner, List<Finding> found) {
        owned(sql.update(
                "update verification set log_checked = true, touched_at = ?"
                        + " where id = ? and runner = ? and state = 'RUNNING'",
                clock.instant(),
                id,
                runner));
        add(id, found);
    }

    @Transactional
    void merged(String id, String runner, long next, PageMerge.Result result) {
        owned(sql.update(
                "update verification set next = ?, records = records + ?, touched_at = ?"
                        + " where id = ? and runner = ? and state = 'RUNNING'",
                next,
                result.rows(),
                clock.instant(),
                id,
                runner));
        add(id, result.findings());
        findings.expired(id, result.expired());
    }

    /// Replaces what was found by what it turned out to be, and publishes the result.
    @Transactional
    void finish(String id, String runner, Collection<Long> explained, List<Finding> found, long unlogged) {
        findings.remove(id, explained);
        sql.update("update verification set findings = findings - ? where id = ?", explained.size(), id);
        add(id, found);
        owned(sql.update(
                "update verification set state = 'FINISHED', finished_at = ?, unlogged = ?"
                        + " where id = ? and runner = ? and state = 'RUNNING'",
                clock.instant(),
                unlogged,
                id,
                runner));
        publish(id);
    }

    @Transactional
    void fail(String id, String runner, String failure) {
        owned(sql.update(
                "update verification set state = 'FAILED', finished_at = ?, failure = ?"
                        + " where id = ? and runner = ? and state = 'RUNNING'",
                clock.instant(),
                failure,
                id,
                runner));
        publish(id);
    }

    Optional<Verification> find(String id) {
        return sql.list(SELECT + "where id = ?", VerificationRows::verification, id).stream()
                .findFirst();
    }

    /// The newest first.
    List<Verification> newest(int limit) {
        return sql.list(SELECT + "order by started_at desc limit ?", VerificationRows::verification, limit);
    }

    /// The last one that is not running any more.
    Optional<Verification> last() {
        return sql
                .list(
                        SELECT + "where state <> 'RUNNING' order by finished_at desc limit 1",
                        VerificationRows::verification)
                .stream()
                .findFirst();
    }

    private void publish(String id) {
        Verification ended = find(id).orElseThrow();
        List<String> examples =
                findings.of(id, 0, EXAMPLES).stream().map(Found::sentence).toList();
        announcements.publish(new RecordsVerified(
                id,
                ended.outcome(),
                ended.records(),
                ended.size(),
                ended.findings(),
                examples,
                ended.startedAt(),
                clock.instant()));
    }

    private void add(String id, List<Finding> found) {
        long before = find(id).map(Verification::findings).orElse(0L);
        findings.add(
                id, found.stream().limit(Math.max(0, MOST_FINDINGS - before)).toList());
        sql.update("update verification set findings = findings + ? where id = ?", found.size(), id);
    }

    private static void owned(int updated) {
        if (updated == 0) {
            throw new Superseded();
        }
    }

    private static Verification verification(ResultSet row) throws SQLException {
        return new Verification(
                row.getString(1),
                State.valueOf(row.getString(2)),
                row.getString(3),
                Sql.instant(row, 4),
                Optional.ofNullable(row.getString(5)),
                row.getLong(6),
                row.getLong(7),
                row.getBoolean(8),
                row.getLong(9),
                row.getLong(10),
                (Long) row.getObject(11),
                Sql.instantOrNull(row, 12),
                row.getString(13));
    }
}

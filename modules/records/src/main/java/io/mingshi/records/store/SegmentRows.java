package io.mingshi.records.store;

import io.mingshi.records.Archive.ObjectKey;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.archiving.SealedRow;
import io.mingshi.records.archiving.Segment;
import io.mingshi.records.archiving.Segments;
import io.mingshi.records.jdbc.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The table `archive_segment`.
@Singleton
class SegmentRows implements Segments {
    /// Any number, the same in every process: one instance at a time archives.
    private static final long ADVISORY_LOCK = 0x61726368697665L;

    private static final int FETCH = 500;
    private static final String COLUMNS = "name, version, retention_class, month, first, last, records, sha256,"
            + " retain_until, locked, held, written_at";
    private static final String OF_MONTH = " retention_class = ? and received_at >= retention_month_start(?)"
            + " and received_at < retention_month_start((?::date + interval '1 month')::date)"
            + " and position >= ? and position < ?";

    private final Sql sql;
    private final Partitions partitions;

    SegmentRows(Sql sql, Partitions partitions) {
        this.sql = sql;
        this.partitions = partitions;
    }

    @Override
    public boolean begin() {
        return sql.list("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), ADVISORY_LOCK)
                .getFirst();
    }

    @Override
    public Waiting waiting(RetentionClass retentionClass, YearMonth month, long logged) {
        long from = sql.list(
                        "select coalesce(max(last) + 1, 0) from archive_segment where retention_class = ? and month = ?",
                        row -> row.getLong(1),
                        retentionClass,
                        month)
                .getFirst();
        return sql.list(
                        "select coalesce(min(position), 0), count(*), min(received_at) from record where" + OF_MONTH,
                        row -> new Waiting(
                                retentionClass,
                                month,
                                row.getLong(1),
                                logged,
                                row.getLong(2),
                                Optional.ofNullable(Sql.instantOrNull(row, 3))),
                        retentionClass,
                        month,
                        month,
                        from,
                        logged)
                .getFirst();
    }

    @Override
    public void rows(Waiting waiting, int limit, Consumer<SealedRow> each) {
        sql.each(
                "select " + RowBinding.COLUMNS + " from record where" + OF_MONTH + " order by position limit ?",
                FETCH,
                row -> each.accept(sealed(RowBinding.row(row))),
                waiting.retentionClass(),
                waiting.month(),
                waiting.month(),
                waiting.first(),
                waiting.logged(),
                limit);
    }

    @Override
    public void written(Segment segment) {
        sql.update(
                "insert into archive_segment (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                segment.key().name(),
                segment.key().version(),
                segment.retentionClass(),
                segment.month(),
                segment.first(),
                segment.last(),
                segment.records(),
                segment.sha256(),
                segment.retainUntil(),
                segment.locked(),
                segment.held(),
                segment.writtenAt());
    }

    @Override
    public void changed(Segment segment) {
        sql.update(
                "update archive_segment set retain_until = ?, held = ? where name = ?",
                segment.retainUntil(),
                segment.held(),
                segment.key().name());
    }

    @Override
    public void deleted(Segment segment) {
        sql.update("delete from archive_segment where name = ?", segment.key().name());
    }

    @Override
    public List<Segment> of(RetentionClass retentionClass, YearMonth month) {
        return sql.list(
                "select " + COLUMNS + " from archive_segment where retention_class = ? and month = ? order by first",
                SegmentRows::segment,
                retentionClass,
                month);
    }

    @Override
    public List<Segment> expired(Instant now) {
        return sql.list(
                "select " + COLUMNS + " from archive_segment where retain_until <= ?"
                        + " and to_regclass(retention_partition(retention_class, month)) is null order by name",
                SegmentRows::segment,
                now);
    }

    /// Only what is held, or was, is looked at record by record.
    @Override
    public List<Held> held() {
        return sql.list(
                "select " + COLUMNS + ", must from (select s.*, exists (select 1 from legal_hold_in_force) and exists ("
                        + " select 1 from record r where r.retention_class = s.retention_class"
                        + " and r.position between s.first and s.last and " + HeldRows.CONDITION + ") as must"
                        + " from archive_segment s where s.held or exists (select 1 from legal_hold_in_force)) o"
                        + " where must or held order by name",
                row -> new Held(segment(row), row.getBoolean(13)));
    }

    @Override
    public List<Segment> around(long position) {
        return sql.list(
                "select " + COLUMNS + " from archive_segment where ? between first and last order by name",
                SegmentRows::segment,
                position);
    }

    /// Whatever the database has under this position or this event goes.
    @Override
    public void restore(SealedRow row) {
        partitions.ensure(Set.of(KeyOwner.of(row.header())));
        sql.update(
                "delete from record where position = ? or event_id = ?",
                row.position(),
                row.header().eventId());
        var receipt = new SealedReceipt(row.header(), row.sealed(), row.commitment(), row.entry());
        sql.insert(
                RowBinding.INSERT,
                (connection, insert) -> RowBinding.bind(connection, insert, row.position(), List.of(receipt)));
    }

    @Override
    public List<Summary> summaries() {
        return sql.list(
                "select retention_class, count(*), count(*) filter (where locked), count(*) filter (where held),"
                        + " sum(records) from archive_segment group by 1 order by 1",
                row -> new Summary(
                        RetentionClass.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)));
    }

    private static SealedRow sealed(StoredRow row) {
        return new SealedRow(row.position(), row.header(), row.sealed(), row.commitment());
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                new ObjectKey(row.getString(1), row.getString(2)),
                RetentionClass.valueOf(row.getString(3)),
                Sql.month(row, 4),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7),
                row.getString(8),
                Sql.instant(row, 9),
                row.getBoolean(10),
                row.getBoolean(11),
                Sql.instant(row, 12));
    }
}

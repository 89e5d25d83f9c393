package io.mingshi.records.store;

import static io.mingshi.records.RecordsProblem.EVIDENCE_UNAVAILABLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.Disposal;
import io.mingshi.records.retention.Partition;
import io.mingshi.records.retention.RetentionCalendar;
import io.mingshi.records.retention.SealKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes partitions and keys away. The functions of the schema refuse once more what must stay.
@Singleton
class DisposalRows implements Disposal {
    /// Any number, the same in every process: one instance at a time takes away.
    private static final long ADVISORY_LOCK = 0x726574656e74L;

    private static final String PARTITIONS = """
            select class, month, retention_latest(class, month, null) from (
                select upper(m[1]) as class, to_date(m[2], 'YYYY_MM') as month
                from pg_class, regexp_match(relname::text, '^records_([a-z_]+)_([0-9]{4}_[0-9]{2})$') m
                where relkind = 'r' and relispartition and m is not null and pg_table_is_visible(pg_class.oid)) found""";

    private static final String KEYS = """
            select k.person, k.retention_class, k.month, retention_latest(k.retention_class, k.month, k.person),
                   k.destroyed_at, exists (select 1 from record r
                       where r.person = k.person and r.retention_class = k.retention_class
                       and r.received_at >= retention_month_start(k.month)
                       and r.received_at < retention_month_start((k.month + interval '1 month')::date)
                       and %s), e.person is not null
            from seal_key k
            left join erasure e on e.person = person_hash(k.person) and k.month <= e.through""".formatted(HeldRows.CONDITION);

    private final Sql sql;
    private final Partitions partitions;

    DisposalRows(Sql sql, Partitions partitions) {
        this.sql = sql;
        this.partitions = partitions;
    }

    @Override
    public boolean begin() {
        return sql.list("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), ADVISORY_LOCK)
                .getFirst();
    }

    @Override
    public void decide() {
        HeldRows.decide(sql);
    }

    @Override
    public boolean tryToDecide() {
        return HeldRows.tryToDecide(sql);
    }

    @Override
    public List<Partition> partitions() {
        return sql.list(PARTITIONS + " order by month, class", DisposalRows::partition);
    }

    @Override
    public Optional<Partition> partition(RetentionClass retentionClass, YearMonth month) {
        return sql
                .list(PARTITIONS + " where class = ? and month = ?", DisposalRows::partition, retentionClass, month)
                .stream()
                .findFirst();
    }

    /// Writers wait only while the table itself goes, which is the last step.
    @Override
    public Dropped drop(Partition partition, long logged, Instant now) {
        RetentionCalendar.requireOver(partition.retentionClass(), partition.latest(), now);
        decide();
        String name = Partitions.name(partition.retentionClass(), partition.month());
        Dropped dropped = count(name);
        if (dropped.count() == 0 && dropped.held() > 0) {
            return dropped;
        }
        if (dropped.count() > 0 && dropped.last() >= logged) {
            throw EVIDENCE_UNAVAILABLE.with("the evidence log does not have the youngest of the records in " + partition
                    + " yet, and nothing goes before it does: try again, and look at the log if it stays so");
        }
        sql.execute("create temp table held_row on commit drop as select r.* from " + name + " r where "
                + HeldRows.CONDITION);
        destroyKeys(partition, dropped.held() > 0, now);
        sql.update(
                "delete from retention_count where retention_class = ? and month = ?",
                partition.retentionClass(),
                partition.month());
        sql.execute("set local lock_timeout = '10s'");
        sql.list("select retention_drop(?, ?)", _ -> name, partition.retentionClass(), partition.month());
        partitions.forget(partition.retentionClass(), partition.month());
        if (dropped.held() > 0) {
            sql.execute(Partitions.sql(partition.retentionClass(), partition.month()));
            sql.execute("insert into record select * from held_row");
        }
        return dropped;
    }

    private Dropped count(String name) {
        return sql.list(
                        "select count(*) filter (where not held), count(*) filter (where held),"
                                + " min(position) filter (where not held), max(position) filter (where not held)"
                                + " from (select r.position, " + HeldRows.CONDITION + " as held from " + name + " r) o",
                        row -> new Dropped(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .getFirst();
    }

    private void destroyKeys(Partition partition, boolean someStay, Instant now) {
        sql.update(
                "with gone as (update seal_key set wrapped = null, destroyed_at = ? where retention_class = ?"
                        + " and month = ? and wrapped is not null and person not in (select person from held_row)"
                        + " returning person)"
                        + " insert into erasure_ledger_line (line) select erasure_destroyed(person_hash(person), ?, ?, ?)"
                        + " from gone where ?",
                now,
                partition.retentionClass(),
                partition.month(),
                partition.retentionClass(),
                partition.month(),
                now,
                someStay);
        if (!someStay) {
            sql.update(
                    "insert into erasure_ledger_line (line) select erasure_destroyed('*', ?, ?, ?)",
                    partition.retentionClass(),
                    partition.month(),
                    now);
        }
    }

    @Override
    public List<SealKey> keys(PersonId person) {
        return sql.list(
                KEYS + " where k.person = ? order by k.month, k.retention_class", DisposalRows::key, person.value());
    }

    @Override
    public List<SealKey> erasable(Instant now) {
        return sql.list(
                KEYS + " join retention_minimum m on m.retention_class = k.retention_class"
                        + " where k.wrapped is not null and e.person is not null"
                        + " and retention_over(retention_month_start((k.month + interval '1 month')::date), m.months)"
                        + " <= ? order by k.month, k.retention_class, k.person",
                DisposalRows::key,
                now);
    }

    @Override
    public void destroy(SealKey key, Instant now) {
        RetentionCalendar.requireOver(key.retentionClass(), key.latest(), now);
        sql.update(
                "with gone as (update seal_key k set wrapped = null, destroyed_at = ? where person = ?"
                        + " and retention_class = ? and month = ? and wrapped is not null returning *)"
                        + " insert into erasure_ledger_line (line)"
                        + " select erasure_destroyed(person_hash(person), retention_class, month, destroyed_at) from gone",
                now,
                key.person().value(),
                key.retentionClass(),
                key.month());
    }

    @Override
    public void restrict(PersonId person, Instant now) {
        sql.update(
                "with asked as (insert into erasure (person, asked_at, through) values (person_hash(?), ?, ?)"
                        + " on conflict (person) do update set asked_at = greatest(erasure.asked_at, excluded.asked_at),"
                        + " through = greatest(erasure.through, excluded.through) returning *)"
                        + " insert into erasure_ledger_line (line) select erasure_asked(person, through, asked_at)"
                        + " from asked",
                person.value(),
                now,
                YearMonth.from(now.atOffset(ZoneOffset.UTC)));
        // Files with texts that were made before hold what may only be stored from now on.
        sql.update("update export_order set delete_at = ? where state = 'READY' and texts and delete_at > ?", now, now);
    }

    @Override
    public void tidy(Period longest, Instant now) {
        sql.update(
                "delete from retention_start where retention_over(starts_at, ?) <= ?",
                Math.toIntExact(longest.toTotalMonths()),
                now);
        sql.update("delete from seal_key where wrapped is null"
                + " and to_regclass(retention_partition(retention_class, month)) is null");
    }

    private static Partition partition(ResultSet row) throws SQLException {
        return new Partition(RetentionClass.valueOf(row.getString(1)), Sql.month(row, 2), Sql.instant(row, 3));
    }

    private static SealKey key(ResultSet row) throws SQLException {
        @Nullable Instant destroyed = Sql.instantOrNull(row, 5);
        return new SealKey(
                new PersonId(row.getString(1)),
                RetentionClass.valueOf(row.getString(2)),
                Sql.month(row, 3),
                Sql.instant(row, 4),
                row.getBoolean(6),
                row.getBoolean(7),
                Optional.ofNullable(destroyed));
    }
}

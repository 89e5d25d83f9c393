package io.mingshi.records.store;

import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.LedgerEntry;
import io.mingshi.records.retention.LedgerEntry.Asked;
import io.mingshi.records.retention.LedgerEntry.Destroyed;
import io.mingshi.records.retention.LedgerLines;
import jakarta.inject.Singleton;
import java.util.List;

/// The table `erasure_ledger_line`, and what the ledger does to `seal_key` and `erasure`.
@Singleton
class LedgerRows implements LedgerLines {
    private final Sql sql;

    LedgerRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Line> waiting(int limit) {
        return sql.list(
                "select id, line from erasure_ledger_line order by id limit ? for update skip locked",
                row -> new Line(row.getLong(1), row.getString(2)),
                limit);
    }

    @Override
    public void written(List<Line> lines) {
        sql.update("delete from erasure_ledger_line where id = any (?::bigint[])", (Object)
                lines.stream().map(line -> Long.toString(line.id())).toArray(String[]::new));
    }

    @Override
    public int apply(List<LedgerEntry> entries) {
        entries.stream().filter(Asked.class::isInstance).map(Asked.class::cast).forEach(this::askAgain);
        return destroyOfEverybody(destroyed(entries, true)) + destroyOf(destroyed(entries, false));
    }

    private static List<Destroyed> destroyed(List<LedgerEntry> entries, boolean ofEverybody) {
        return entries.stream()
                .filter(Destroyed.class::isInstance)
                .map(Destroyed.class::cast)
                .filter(one -> one.person().equals(Destroyed.EVERYBODY) == ofEverybody)
                .toList();
    }

    private void askAgain(Asked asked) {
        sql.update(
                "insert into erasure as e (person, asked_at, through) values (?, ?, ?) on conflict (person)"
                        + " do update set asked_at = greatest(e.asked_at, excluded.asked_at),"
                        + " through = greatest(e.through, excluded.through)",
                asked.person(),
                asked.at(),
                asked.through());
    }

    private int destroyOf(List<Destroyed> destroyed) {
        return sql.update(
                """
                update seal_key k set wrapped = null, destroyed_at = now()
                from unnest(?::text[], ?::text[], ?::date[]) gone (person, retention_class, month)
                where person_hash(k.person) = gone.person and k.retention_class = gone.retention_class
                  and k.month = gone.month and k.wrapped is not null""",
                destroyed.stream().map(Destroyed::person).toArray(String[]::new),
                classes(destroyed),
                months(destroyed));
    }

    private int destroyOfEverybody(List<Destroyed> destroyed) {
        return sql.update("""
                update seal_key k set wrapped = null, destroyed_at = now()
                from unnest(?::text[], ?::date[]) gone (retention_class, month)
                where k.retention_class = gone.retention_class and k.month = gone.month and k.wrapped is not null""", classes(destroyed), months(destroyed));
    }

    private static String[] classes(List<Destroyed> destroyed) {
        return destroyed.stream().map(one -> one.retentionClass().name()).toArray(String[]::new);
    }

    private static String[] months(List<Destroyed> destroyed) {
        return destroyed.stream().map(one -> one.month().atDay(1).toString()).toArray(String[]::new);
    }
}

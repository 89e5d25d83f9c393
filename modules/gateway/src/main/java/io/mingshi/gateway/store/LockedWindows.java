package io.mingshi.gateway.store;

import io.mingshi.gateway.key.Quota;
import io.mingshi.gateway.key.Quota.Amount;
import io.mingshi.gateway.key.QuotaLedger.Outcome;
import io.mingshi.gateway.key.QuotaLedger.Reservation;
import io.mingshi.gateway.key.QuotaLedger.Taken;
import io.mingshi.gateway.key.Window;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The windows that several requests take from in one transaction, which nobody else takes from until it ends.
///
/// They are locked in one order, read once and written once, however many requests take from them.
final class LockedWindows {
    private static final String LOCK = """
            select q.* from quota_use q join unnest(string_to_array(?, E'\\n'), string_to_array(?, E'\\n'),
                string_to_array(?, E'\\n')::date[]) with ordinality as wanted (account, period, begins, place)
            using (account, period, begins) order by wanted.place for update of q""";

    private final Map<WindowRow, Amount> taken = new TreeMap<>();
    private final TreeSet<WindowRow> changed = new TreeSet<>();

    private LockedWindows() {}

    static LockedWindows lock(Sql sql, List<Reservation> reservations) {
        var locked = new LockedWindows();
        var rows = reservations.stream()
                .flatMap(reservation -> reservation.windows().stream())
                .map(WindowRow::of)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!rows.isEmpty()) {
            sql.updateAll(
                    "insert into quota_use values (?, ?, ?, 0, 0, 0) on conflict do nothing",
                    rows.stream()
                            .map(row -> Sql.row(row.account(), row.period(), Date.valueOf(row.begins())))
                            .toList());
            locked.read(sql, rows);
        }
        return locked;
    }

    private void read(Sql sql, Collection<WindowRow> rows) {
        sql.query(
                        row -> Map.entry(
                                new WindowRow(
                                        row.getString("account"),
                                        row.getString("period"),
                                        row.getDate("begins").toLocalDate()),
                                QuotaTable.amount(row)),
                        LOCK,
                        joined(rows, WindowRow::account),
                        joined(rows, WindowRow::period),
                        joined(rows, row -> row.begins().toString()))
                .forEach(row -> taken.put(row.getKey(), row.getValue()));
    }

    private static String joined(Collection<WindowRow> rows, Function<WindowRow, String> part) {
        return rows.stream().map(part).collect(Collectors.joining("\n"));
    }

    /// From all windows of the request, or from none.
    Outcome take(Reservation reservation) {
        List<Taken> after = new ArrayList<>();
        for (Window window : reservation.windows()) {
            Amount before = Objects.requireNonNull(taken.get(WindowRow.of(window)));
            if (!suffices(window.quota(), before, reservation.most())) {
                return new Outcome.Exhausted(window);
            }
            after.add(new Taken(window, sum(before, reservation.most())));
        }
        for (Taken one : after) {
            taken.put(WindowRow.of(one.window()), one.amount());
            changed.add(WindowRow.of(one.window()));
        }
        return new Outcome.Reserved(after);
    }

    private static boolean suffices(Quota quota, Amount before, Amount more) {
        return suffices(quota.requests(), before.requests(), more.requests())
                && suffices(quota.tokens(), before.tokens(), more.tokens())
                && suffices(quota.micros(), before.micros(), more.micros());
    }

    private static boolean suffices(@Nullable Long limit, long before, long more) {
        return more <= (limit == null ? Long.MAX_VALUE : limit) - before;
    }

    private static Amount sum(Amount one, Amount other) {
        return new Amount(
                one.requests() + other.requests(), one.tokens() + other.tokens(), one.micros() + other.micros());
    }

    void write(Sql sql) {
        sql.updateAll(
                "update quota_use set requests = ?, tokens = ?, micros = ?"
                        + " where account = ? and period = ? and begins = ?",
                changed.stream().map(this::values).toList());
    }

    private @Nullable Object[] values(WindowRow row) {
        Amount amount = Objects.requireNonNull(taken.get(row));
        return Sql.row(
                amount.requests(),
                amount.tokens(),
                amount.micros(),
                row.account(),
                row.period(),
                Date.valueOf(row.begins()));
    }
}

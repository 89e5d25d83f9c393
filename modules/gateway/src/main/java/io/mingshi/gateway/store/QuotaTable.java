package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.key.Prices;
import io.mingshi.gateway.key.Quota;
import io.mingshi.gateway.key.Quota.Amount;
import io.mingshi.gateway.key.QuotaLedger;
import io.mingshi.gateway.key.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The tables of quotas.
///
/// A window is one row. Taking from it is one statement that changes the row only while it suffices, so requests that
/// come together wait for each other there and cannot take more than there is.
@ApplicationScoped
@Transactional
class QuotaTable implements QuotaLedger {
    private static final int SWEPT = 500;

    private static final String TAKE = """
            insert into quota_use as used (account, period, begins, requests, tokens, micros) values (?, ?, ?, ?, ?, ?)
            on conflict (account, period, begins) do update set requests = used.requests + excluded.requests,
                tokens = used.tokens + excluded.tokens, micros = used.micros + excluded.micros
            where used.requests + excluded.requests <= ? and used.tokens + excluded.tokens <= ?
                and used.micros + excluded.micros <= ?
            returning requests, tokens, micros""";
    private final Sql sql;
    private final Prices prices;
    private final ZoneId zone;

    QuotaTable(Sql sql, Prices prices, Clock clock) {
        this.sql = sql;
        this.prices = prices;
        this.zone = clock.getZone();
    }

    @Override
    public List<Outcome> reserve(List<Reservation> reservations) {
        var windows = LockedWindows.lock(sql, reservations);
        List<Outcome> outcomes = reservations.stream().map(windows::take).toList();
        windows.write(sql);
        sql.updateAll(
                "insert into quota_reservation values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                IntStream.range(0, outcomes.size())
                        .filter(i -> outcomes.get(i) instanceof Outcome.Reserved)
                        .mapToObj(i -> row(reservations.get(i)))
                        .toList());
        return outcomes;
    }

    private static @Nullable Object[] row(Reservation reservation) {
        return Sql.row(
                reservation.admission().value(),
                reservation.person().value(),
                reservation.key(),
                reservation.organization(),
                reservation.model(),
                reservation.windows().stream().map(QuotaTable::written).collect(Collectors.joining("\n")),
                reservation.most().tokens(),
                reservation.most().micros(),
                reservation.at());
    }

    /// What is taken afterwards; empty when the window does not suffice, and then nothing was.
    private Optional<Amount> take(Window window, Amount amount) {
        Quota quota = window.quota();
        if (!covers(quota, amount)) {
            return Optional.empty();
        }
        return sql
                .query(
                        QuotaTable::amount,
                        TAKE,
                        window.account().toString(),
                        window.period().name(),
                        Date.valueOf(window.begins()),
                        amount.requests(),
                        amount.tokens(),
                        amount.micros(),
                        most(quota.requests()),
                        most(quota.tokens()),
                        most(quota.micros()))
                .stream()
                .findFirst();
    }

    private static boolean covers(Quota quota, Amount amount) {
        return amount.requests() <= most(quota.requests())
                && amount.tokens() <= most(quota.tokens())
                && amount.micros() <= most(quota.micros());
    }

    private static long most(@Nullable Long limit) {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    @Override
    public boolean take(AdmissionId admission, Window window) {
        boolean taken = sql
                .query(
                        row -> new Amount(0, row.getLong("tokens"), row.getLong("micros")),
                        "select tokens, micros from quota_reservation where admission = ? for update",
                        admission.value())
                .stream()
                .anyMatch(most -> take(window, most).isPresent());
        if (taken) {
            sql.update(
                    "update quota_reservation set windows = concat_ws(E'\\n', nullif(windows, ''), ?)"
                            + " where admission = ?",
                    written(window),
                    admission.value());
        }
        return taken;
    }

    @Override
    public void settle(List<Settled> requests) {
        Map<String, Spent> spent = new HashMap<>();
        requests.forEach(request -> spent.putIfAbsent(request.admission().value(), request.spent()));
        var corrections = new Corrections();
        sql.query(
                        QuotaTable::open,
                        "delete from quota_reservation where admission = any (string_to_array(?, ',')) returning *",
                        String.join(",", spent.keySet()))
                .forEach(open -> {
                    Spent used = Objects.requireNonNull(spent.get(open.admission()));
                    corrections.add(open, used, prices.micros(open.model(), used), zone);
                });
        corrections.write(sql);
    }

    @Override
    public int settleReservedBefore(Instant instant) {
        var left = sql.query(
                QuotaTable::open,
                "delete from quota_reservation where admission in (select admission from quota_reservation"
                        + " where reserved_at < ? and not exists (select 1 from video_job j where j.admission ="
                        + " quota_reservation.admission and j.state in ('QUEUED', 'RUNNING')) order by reserved_at limit "
                        + SWEPT
                        + " for update skip locked) returning *",
                instant);
        var corrections = new Corrections();
        left.forEach(open -> corrections.add(
                open, new Spent(open.most().tokens(), 0, 0), open.most().micros(), zone));
        corrections.write(sql);
        return left.size();
    }

    @Override
    public Amount taken(Window window) {
        return sql
                .query(
                        QuotaTable::amount,
                        "select requests, tokens, micros from quota_use where account = ? and period = ? and begins = ?",
                        window.account().toString(),
                        window.period().name(),
                        Date.valueOf(window.begins()))
                .stream()
                .findFirst()
                .orElse(new Amount(0, 0, 0));
    }

    @Override
    public List<Used> used(PersonId person, LocalDate first, LocalDate last) {
        return sql.query(
                QuotaTable::used,
                "select u.*, coalesce(k.name, '') as key_name from usage_day u left join api_key k on k.id = u.key"
                        + " where u.person = ? and u.day between ? and ? order by u.day, u.key, u.model",
                person.value(),
                Date.valueOf(first),
                Date.valueOf(last));
    }

    private static String written(Window window) {
        return WindowRow.of(window).written();
    }

    private static Corrections.Open open(ResultSet row) throws SQLException {
        String windows = row.getString("windows");
        return new Corrections.Open(
                row.getString("admission"),
                row.getString("person"),
                row.getString("key"),
                row.getBoolean("organization"),
                row.getString("model"),
                windows.isEmpty() ? List.of() : List.of(windows.split("\n", -1)),
                new Amount(1, row.getLong("tokens"), row.getLong("micros")),
                Objects.requireNonNull(Sql.instant(row, "reserved_at")));
    }

    static Amount amount(ResultSet row) throws SQLException {
        return new Amount(row.getLong("requests"), row.getLong("tokens"), row.getLong("micros"));
    }

    private static Used used(ResultSet row) throws SQLException {
        return new Used(
                row.getDate("day").toLocalDate(),
                row.getString("key"),
                row.getString("key_name"),
                row.getBoolean("organization"),
                row.getString("model"),
                row.getLong("requests"),
                new Spent(row.getLong("prompt_tokens"), row.getLong("completion_tokens"), row.getInt("works")),
                row.getLong("micros"));
    }
}

package io.mingshi.identity.limit;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Attempts.Purse;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The table of attempts; every method takes part in the current transaction.
@Singleton
class AttemptLedger {
    private static final int SLOTS = 16;

    private final Sql sql;
    private final AgroalDataSource dataSource;

    AttemptLedger(Sql sql, @DataSource("identity") AgroalDataSource dataSource) {
        this.sql = sql;
        this.dataSource = dataSource;
    }

    /// Nobody else begins an attempt for this person until the transaction ends.
    void lock(PersonId person) {
        sql.number("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", "attempts of " + person);
    }

    /// The key of the same question that got no answer yet, or was answered after `answered`.
    Optional<String> open(PersonId person, String claim, Instant since, Instant answered) {
        var query = "select id from attempt where person = ? and claim = ? and begun_at > ?"
                + " and (answered_at is null or answered_at > ?) order by begun_at desc limit 1";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, person.value());
            statement.setString(2, claim);
            statement.setTimestamp(3, Timestamp.from(since));
            statement.setTimestamp(4, Timestamp.from(answered));
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("attempts could not be read", e);
        }
    }

    long spentBy(PersonId person, LocalDate day) {
        return sql.number(
                        "select coalesce(sum(price), 0) from attempt where person = ? and day = ?", person.value(), day)
                .orElseThrow();
    }

    /// Spends from one of several slots, so that questions at the same time do not wait for each other's
    /// commit; what others spend at this very moment is not seen, and is all that may come above the ceiling.
    ///
    /// @return false, and nothing is spent, when it would be more than the ceiling
    boolean spend(LocalDate day, Purse purse, int price, int ceiling) {
        return sql.change(
                        """
                        insert into spending as s (day, purse, slot, spent)
                        select ?, ?, ?, ?
                        where (select coalesce(sum(spent), 0) from spending where day = ? and purse = ?) + ? <= ?
                        on conflict (day, purse, slot) do update set spent = s.spent + excluded.spent""",
                        day,
                        purse.name(),
                        ThreadLocalRandom.current().nextInt(SLOTS),
                        price,
                        day,
                        purse.name(),
                        price,
                        ceiling)
                == 1;
    }

    void begin(String key, PersonId person, String claim, int price, LocalDate day, Instant now) {
        sql.change(
                "insert into attempt (id, person, claim, price, day, begun_at) values (?, ?, ?, ?, ?, ?)",
                key,
                person.value(),
                claim,
                price,
                day,
                now);
    }

    void finish(String key, Instant now) {
        sql.change("update attempt set answered_at = ? where id = ?", now, key);
    }
}

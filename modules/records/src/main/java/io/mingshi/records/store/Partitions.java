package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.RetentionClass;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the partition of a class and month (UTC) before its first record is written.
@Singleton
class Partitions {
    /// Any number, the same in every process: only one of them may make a partition at a time.
    private static final long ADVISORY_LOCK = 0x7265636f7264L;

    private final AgroalDataSource dataSource;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    Partitions(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Must be called before the current transaction touches the table: making a partition locks it.
    void ensure(Collection<KeyOwner> owners) {
        owners.stream()
                .filter(owner -> !made.contains(name(owner.retentionClass(), owner.month())))
                .forEach(owner -> {
                    QuarkusTransaction.requiringNew().run(() -> make(owner.retentionClass(), owner.month()));
                    made.add(name(owner.retentionClass(), owner.month()));
                });
    }

    /// Such as `records_network_log_2026_11`.
    static String name(RetentionClass retentionClass, YearMonth month) {
        return name(retentionClass) + String.format(Locale.ROOT, "_%tY_%<tm", month.atDay(1));
    }

    private static String name(RetentionClass retentionClass) {
        return "records_" + retentionClass.name().toLowerCase(Locale.ROOT);
    }

    private void make(RetentionClass retentionClass, YearMonth month) {
        String sql = """
                select pg_advisory_xact_lock(%d);
                create table if not exists %s partition of record
                for values in ('%s') partition by range (received_at);
                create table if not exists %s partition of %s
                for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')""".formatted(
                        ADVISORY_LOCK,
                        name(retentionClass),
                        retentionClass,
                        name(retentionClass, month),
                        name(retentionClass),
                        month,
                        month.plusMonths(1));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "the partition of " + retentionClass + " for " + month + " was not made", e);
        }
    }
}

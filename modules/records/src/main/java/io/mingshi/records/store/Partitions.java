package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Makes the partition of a month (UTC) before its first record is written.
@Singleton
class Partitions {
    /// Any number, the same in every process: only one of them may make a partition at a time.
    private static final long ADVISORY_LOCK = 0x7265636f7264L;

    private final AgroalDataSource dataSource;
    private final Set<YearMonth> made = ConcurrentHashMap.newKeySet();

    Partitions(@DataSource("records") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// Must be called before the current transaction touches the table: making a partition locks it.
    void ensure(Instant instant) {
        YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
        if (!made.contains(month)) {
            QuarkusTransaction.requiringNew().run(() -> make(month));
            made.add(month);
        }
    }

    private void make(YearMonth month) {
        String sql = """
                select pg_advisory_xact_lock(%d);
                create table if not exists record_%tY_%<tm partition of record
                for values from ('%s-01T00:00:00Z') to ('%s-01T00:00:00Z')""".formatted(ADVISORY_LOCK, month.atDay(1), month, month.plusMonths(1));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the partition for " + month + " could not be made", e);
        }
    }
}

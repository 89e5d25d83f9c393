package io.mingshi.records.store;

import io.mingshi.records.RetentionClass;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.Disposal;
import io.mingshi.records.retention.Holdings;
import io.mingshi.records.retention.Partition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/// Counts the rows of `record`, those of months that are over only once: the table `retention_count`.
@Singleton
class HoldingRows implements Holdings {
    private static final Duration SURELY_OVER = Duration.ofDays(1);
    private static final int LONGEST_COUNT_SECONDS = 3_600;

    private final Sql sql;
    private final Disposal disposal;

    HoldingRows(Sql sql, Disposal disposal) {
        this.sql = sql;
        this.disposal = disposal;
    }

    @Override
    public List<Held> held() {
        var counts = new StringBuilder("select retention_class, count, oldest, newest from retention_count");
        for (Partition partition : uncounted()) {
            counts.append(" union all select '")
                    .append(partition.retentionClass())
                    .append("', count(*), min(received_at), max(received_at) from ")
                    .append(Partitions.name(partition.retentionClass(), partition.month()));
        }
        return sql.list(
                "select retention_class, sum(count), min(oldest), max(newest) from (" + counts
                        + ") one group by retention_class having sum(count) > 0",
                row -> new Held(
                        RetentionClass.valueOf(row.getString(1)),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        Sql.instant(row, 4)));
    }

    @Override
    public void countClosed(Instant now) {
        YearMonth open = YearMonth.from(now.minus(SURELY_OVER).atOffset(ZoneOffset.UTC));
        for (Partition partition : QuarkusTransaction.requiringNew().call(this::uncounted)) {
            if (partition.month().isBefore(open)) {
                QuarkusTransaction.requiringNew().timeout(LONGEST_COUNT_SECONDS).run(() -> count(partition));
            }
        }
    }

    private void count(Partition partition) {
        sql.update(
                "insert into retention_count (retention_class, month, count, oldest, newest)"
                        + " select ?, ?, count(*), min(received_at), max(received_at) from "
                        + Partitions.name(partition.retentionClass(), partition.month()) + " on conflict do nothing",
                partition.retentionClass(),
                partition.month());
    }

    private List<Partition> uncounted() {
        List<String> counted = sql.list(
                "select retention_class || '/' || to_char(month, 'YYYY-MM') from retention_count",
                row -> row.getString(1));
        return disposal.partitions().stream()
                .filter(partition -> !counted.contains(partition.toString()))
                .toList();
    }
}

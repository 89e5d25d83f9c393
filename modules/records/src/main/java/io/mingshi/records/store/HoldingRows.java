package io.mingshi.records.store;

import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.Holdings;
import jakarta.inject.Singleton;
import java.util.List;

/// Counts the rows of `record`.
@Singleton
class HoldingRows implements Holdings {
    private final Sql sql;

    HoldingRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Held> held() {
        return sql.query(
                "select retention_class, count(*), min(received_at), max(received_at) from record"
                        + " group by retention_class",
                row -> new Held(
                        RetentionClass.valueOf(row.getString(1)),
                        row.getLong(2),
                        Sql.instant(row, 3),
                        Sql.instant(row, 4)));
    }
}

package io.mingshi.records.store;

import io.mingshi.records.RetentionClass;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.RetentionStarts;
import jakarta.inject.Singleton;
import java.time.Instant;

/// The table `retention_start`.
@Singleton
class StartRows implements RetentionStarts {
    private final Sql sql;

    StartRows(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void notBefore(RetentionClass retentionClass, String key, Instant start) {
        sql.update(
                "insert into retention_start as s (retention_class, key, starts_at) values (?, ?, ?)"
                        + " on conflict (retention_class, key)"
                        + " do update set starts_at = greatest(s.starts_at, excluded.starts_at)",
                retentionClass,
                key,
                start);
    }

    @Override
    public void at(RetentionClass retentionClass, String key, Instant start) {
        sql.update(
                "insert into retention_start (retention_class, key, starts_at) values (?, ?, ?)"
                        + " on conflict (retention_class, key) do update set starts_at = excluded.starts_at",
                retentionClass,
                key,
                start);
    }
}

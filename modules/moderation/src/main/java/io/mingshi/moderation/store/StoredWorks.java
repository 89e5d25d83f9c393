package io.mingshi.moderation.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.takedown.KnownWork;
import io.mingshi.moderation.takedown.KnownWorks;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

@Singleton
class StoredWorks implements KnownWorks {
    private final Sql sql;

    StoredWorks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(KnownWork work) {
        sql.update(
                "insert into known_work values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                work.work().value(),
                work.admission().value(),
                work.owner().value(),
                work.kind().name(),
                work.contentHash(),
                work.watermark(),
                work.fingerprint(),
                work.recordedAt());
    }

    @Override
    public Optional<KnownWork> find(ProduceId work) {
        return sql.query(StoredWorks::work, "select * from known_work where work = ?", work.value()).stream()
                .findFirst();
    }

    private static KnownWork work(ResultSet row) throws SQLException {
        return new KnownWork(
                new ProduceId(row.getString("work")),
                new AdmissionId(row.getString("admission")),
                new PersonId(row.getString("person")),
                ContentKind.valueOf(row.getString("kind")),
                row.getString("content_hash"),
                row.getString("watermark"),
                row.getString("fingerprint"),
                Sql.instant(row, "recorded_at"));
    }
}

package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.takedown.Takedown;
import io.mingshi.moderation.takedown.TakedownLedger;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredTakedowns implements TakedownLedger {
    private final Sql sql;

    StoredTakedowns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Takedown takedown) {
        return sql.update(
                        "insert into takedown values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        takedown.decision(),
                        takedown.work().value(),
                        takedown.owner().value(),
                        takedown.reasons().policy().name(),
                        takedown.reasons().reason(),
                        takedown.reasons().evidence(),
                        takedown.by().value(),
                        takedown.at())
                == 1;
    }

    @Override
    public boolean isDown(ProduceId work) {
        return sql.count("select count(*) from takedown where work = ? and revoked_at is null", work.value()) > 0;
    }

    @Override
    public Optional<Takedown> findForChange(String decision) {
        if (decision.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql
                .query(StoredTakedowns::takedown, "select * from takedown where decision = ? for update", decision)
                .stream()
                .findFirst();
    }

    @Override
    public void revoked(String decision, PersonId by, Instant at) {
        sql.update("update takedown set revoked_at = ?, revoked_by = ? where decision = ?", at, by.value(), decision);
    }

    @Override
    public List<Takedown> latest(int limit) {
        return sql.query(
                StoredTakedowns::takedown,
                "select * from takedown order by ordered_at desc, decision desc limit ?",
                limit);
    }

    private static Takedown takedown(ResultSet row) throws SQLException {
        Instant revokedAt = Sql.instantOrNull(row, "revoked_at");
        return new Takedown(
                row.getString("decision"),
                new ProduceId(row.getString("work")),
                new PersonId(row.getString("person")),
                new Reasons(
                        Policy.valueOf(row.getString("policy")), row.getString("reason"), Sql.texts(row, "evidence")),
                new PersonId(row.getString("decided_by")),
                Sql.instant(row, "ordered_at"),
                revokedAt == null ? null : new Takedown.Revoked(new PersonId(row.getString("revoked_by")), revokedAt));
    }
}

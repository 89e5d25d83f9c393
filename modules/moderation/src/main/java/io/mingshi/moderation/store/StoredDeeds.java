package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.second.Deed;
import io.mingshi.moderation.second.Deeds;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredDeeds implements Deeds {
    private final Sql sql;

    StoredDeeds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(Deed deed) {
        return sql.update(
                        "insert into deed values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        deed.id(),
                        deed.kind().name(),
                        deed.target(),
                        deed.person().value(),
                        deed.reasons().policy().name(),
                        deed.reasons().reason(),
                        deed.reasons().evidence(),
                        deed.proposer().value(),
                        deed.proposedAt())
                == 1;
    }

    @Override
    public List<Deed> waiting(int limit) {
        return sql.query(
                StoredDeeds::deed, "select * from deed where decided_at is null order by proposed_at limit ?", limit);
    }

    @Override
    public Optional<Deed> findForChange(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql.query(StoredDeeds::deed, "select * from deed where id = ? for update", id).stream()
                .findFirst();
    }

    @Override
    public void decided(String id, PersonId second, Instant at, boolean confirmed) {
        sql.update(
                "update deed set second = ?, decided_at = ?, confirmed = ? where id = ?",
                second.value(),
                at,
                confirmed,
                id);
    }

    private static Deed deed(ResultSet row) throws SQLException {
        String second = row.getString("second");
        return new Deed(
                row.getString("id"),
                Deed.Kind.valueOf(row.getString("kind")),
                row.getString("target"),
                new PersonId(row.getString("person")),
                new Reasons(
                        Policy.valueOf(row.getString("policy")), row.getString("reason"), Sql.texts(row, "evidence")),
                new PersonId(row.getString("proposer")),
                Sql.instant(row, "proposed_at"),
                second == null ? null : new PersonId(second));
    }
}

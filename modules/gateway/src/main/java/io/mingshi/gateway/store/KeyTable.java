package io.mingshi.gateway.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.key.ApiKey;
import io.mingshi.gateway.key.KeyLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of API keys.
@ApplicationScoped
@Transactional
class KeyTable implements KeyLedger {
    private final Sql sql;

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ApiKey key, String hash) {
        sql.update(
                "insert into api_key (id, person, hash, name, ending, created_at) values (?, ?, ?, ?, ?, ?)",
                key.id(),
                key.person().value(),
                hash,
                key.name(),
                key.ending(),
                key.createdAt());
    }

    @Override
    public List<ApiKey> of(PersonId person) {
        return sql.query(KeyTable::key, "select * from api_key where person = ? order by created_at", person.value());
    }

    @Override
    public Optional<PersonId> holder(String hash) {
        return sql
                .query(
                        row -> new PersonId(row.getString("person")),
                        "select person from api_key k where hash = ? and revoked_at is null"
                                + " and not exists (select 1 from resting_account r where r.person = k.person)",
                        hash)
                .stream()
                .findFirst();
    }

    @Override
    public boolean revoke(String id, PersonId person, Instant at) {
        return sql.update(
                        "update api_key set revoked_at = ? where id = ? and person = ? and revoked_at is null",
                        at,
                        id,
                        person.value())
                == 1;
    }

    @Override
    public void rest(PersonId person, String sanction) {
        sql.update(
                "insert into resting_account (sanction, person) values (?, ?) on conflict do nothing",
                sanction,
                person.value());
    }

    @Override
    public void wake(PersonId person, String sanction) {
        sql.update("delete from resting_account where sanction = ? and person = ?", sanction, person.value());
    }

    @Override
    public void revokeAll(PersonId person, Instant at) {
        sql.update("update api_key set revoked_at = ? where person = ? and revoked_at is null", at, person.value());
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("name"),
                row.getString("ending"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "revoked_at"));
    }
}

package io.mingshi.gateway.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.gateway.group.Group;
import io.mingshi.gateway.key.ApiKey;
import io.mingshi.gateway.key.KeyLedger;
import io.mingshi.gateway.key.Quota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The table of API keys.
@ApplicationScoped
@Transactional
class KeyTable implements KeyLedger {
    /// No model's name has one.
    private static final String SEPARATOR = "\n";

    private final Sql sql;
    private final Group<Sought, Optional<ApiKey>> found = new Group<>(this::find);

    KeyTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ApiKey key, String hash) {
        var terms = key.terms();
        sql.update(
                "insert into api_key (id, person, hash, name, ending, created_at, organization, models, capabilities,"
                        + " expires_at, day_requests, day_tokens, day_micros, month_requests, month_tokens,"
                        + " month_micros) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                key.id(),
                key.person().value(),
                hash,
                terms.name(),
                key.ending(),
                key.createdAt(),
                terms.organization(),
                terms.models().stream().sorted().collect(Collectors.joining(SEPARATOR)),
                terms.capabilities().stream().map(Enum::name).sorted().collect(Collectors.joining(SEPARATOR)),
                terms.expiresAt(),
                terms.day().requests(),
                terms.day().tokens(),
                terms.day().micros(),
                terms.month().requests(),
                terms.month().tokens(),
                terms.month().micros());
    }

    @Override
    public List<ApiKey> of(PersonId person) {
        return sql.query(KeyTable::key, "select * from api_key where person = ? order by created_at", person.value());
    }

    /// Looked up for several requests at once, and for each only after it came: a key that was revoked is not found.
    @Override
    @Transactional(TxType.SUPPORTS)
    public Optional<ApiKey> find(String hash, Instant now) {
        return found.join(new Sought(hash, now));
    }

    private record Sought(String hash, Instant now) {}

    private record Found(ApiKey key, String hash, @Nullable String previous) {
        /// The former secret of a rotated key counts for a time.
        boolean opens(Sought sought) {
            Instant until = key.previousUntil();
            return hash.equals(sought.hash())
                    || (sought.hash().equals(previous) && until != null && until.isAfter(sought.now()));
        }
    }

    /// One statement, which needs no transaction around it.
    private List<Optional<ApiKey>> find(List<Sought> sought) {
        String hashes = sought.stream().map(Sought::hash).distinct().collect(Collectors.joining(","));
        List<Found> keys = sql.query(
                row -> new Found(key(row), row.getString("hash"), row.getString("previous_hash")),
                "select * from api_key k where revoked_at is null"
                        + " and (hash = any (string_to_array(?, ',')) or previous_hash = any (string_to_array(?, ',')))"
                        + " and not exists (select 1 from resting_account r where r.person = k.person)",
                hashes,
                hashes);
        return sought.stream()
                .map(one -> keys.stream()
                        .filter(found -> found.opens(one))
                        .map(Found::key)
                        .findFirst())
                .toList();
    }

    @Override
    public boolean rotate(String id, PersonId person, String hash, String ending, Instant formerUntil) {
        return sql.update(
                        "update api_key set previous_hash = hash, previous_until = ?, hash = ?, ending = ?"
                                + " where id = ? and person = ? and revoked_at is null",
                        formerUntil,
                        hash,
                        ending,
                        id,
                        person.value())
                == 1;
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
                new ApiKey.Terms(
                        row.getString("name"),
                        row.getBoolean("organization"),
                        values(row.getString("models")),
                        values(row.getString("capabilities")).stream()
                                .map(Capability::valueOf)
                                .collect(Collectors.toSet()),
                        Sql.instant(row, "expires_at"),
                        quota(row, "day"),
                        quota(row, "month")),
                row.getString("ending"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Sql.instant(row, "revoked_at"),
                Sql.instant(row, "previous_until"));
    }

    private static Set<String> values(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(SEPARATOR, -1));
    }

    private static Quota quota(ResultSet row, String period) throws SQLException {
        return new Quota(
                row.getObject(period + "_requests", Long.class),
                row.getObject(period + "_tokens", Long.class),
                row.getObject(period + "_micros", Long.class));
    }
}

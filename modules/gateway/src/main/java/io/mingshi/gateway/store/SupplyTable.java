package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.UnlabelledSupplied;
import io.mingshi.gateway.work.Supply;
import io.mingshi.gateway.work.SupplyLedger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of what was handed out without explicit label.
@ApplicationScoped
@Transactional
class SupplyTable implements SupplyLedger {
    private final Sql sql;
    private final GatewayOutbox outbox;

    SupplyTable(Sql sql, GatewayOutbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public Optional<Copy> copy(ProduceId work, Instant now) {
        return sql
                .query(
                        row -> new Copy(row.getString("media_type"), row.getString("content_hash")),
                        "select media_type, content_hash from unlabelled_copy where produce_id = ? and kept_until > ?",
                        work.value(),
                        now)
                .stream()
                .findFirst();
    }

    @Override
    public void add(Supply supply, String secretHash) {
        sql.update(
                "insert into supply values (?, ?, ?, ?, ?, ?, ?, ?)",
                supply.id(),
                secretHash,
                supply.work().value(),
                supply.recipient().value(),
                supply.reason(),
                supply.clauseVersion(),
                supply.requestedAt(),
                supply.expiresAt());
    }

    @Override
    public Optional<Supply> find(String secretHash, PersonId recipient, Instant now) {
        return sql
                .query(
                        SupplyTable::supply,
                        "select * from supply where secret_hash = ? and recipient = ? and supplied_at is null"
                                + " and expires_at > ?",
                        secretHash,
                        recipient.value(),
                        now)
                .stream()
                .findFirst();
    }

    @Override
    public boolean handOut(Supply supply, Instant now) {
        List<AdmissionId> admissions = sql.query(
                row -> new AdmissionId(row.getString("admission")),
                "update supply s set supplied_at = ? from work w where s.id = ? and s.supplied_at is null"
                        + " and w.produce_id = s.produce_id and w.state <> 'TAKEN_DOWN' and w.hidden_at is null"
                        + " and (w.review is null or w.released) returning w.admission",
                now,
                supply.id());
        admissions.forEach(admission -> outbox.publish(new UnlabelledSupplied(
                admission, supply.work(), supply.recipient(), supply.reason(), supply.clauseVersion(), now)));
        return !admissions.isEmpty();
    }

    @Override
    public List<String> over(Instant now, int limit) {
        return sql.query(
                row -> row.getString("content_hash"),
                "select content_hash from unlabelled_copy where kept_until <= ? order by kept_until limit ?",
                now,
                limit);
    }

    @Override
    public void forget(String hash) {
        sql.update("delete from unlabelled_copy where content_hash = ?", hash);
    }

    private static Supply supply(ResultSet row) throws SQLException {
        return new Supply(
                row.getString("id"),
                new ProduceId(row.getString("produce_id")),
                new PersonId(row.getString("recipient")),
                row.getString("reason"),
                row.getString("clause_version"),
                Objects.requireNonNull(Sql.instant(row, "requested_at")),
                Objects.requireNonNull(Sql.instant(row, "expires_at")));
    }
}

package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkPublished;
import io.mingshi.contracts.event.GatewayEvent.WorkRestored;
import io.mingshi.contracts.event.GatewayEvent.WorkTakenDown;
import io.mingshi.gateway.work.Work;
import io.mingshi.gateway.work.WorkLedger;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads works, and changes them after their delivery.
@ApplicationScoped
@Transactional
class WorkRecords implements WorkLedger {
    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Clock clock;

    WorkRecords(Sql sql, GatewayOutbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Optional<Work> find(ProduceId produceId) {
        return sql.query(WorkRecords::work, "select * from work where produce_id = ?", produceId.value()).stream()
                .findFirst();
    }

    @Override
    public List<Work> ofOwner(PersonId owner, int limit) {
        return sql.query(
                WorkRecords::work,
                "select * from work where person = ? order by opened_at desc limit ?",
                owner.value(),
                limit);
    }

    @Override
    public void publish(Work work, String source) {
        Instant now = clock.instant();
        int changed = sql.update(
                "update work set published_at = ?, news_source = nullif(?, '') where produce_id = ? and published_at is null"
                        + " and recorded_at is not null and hidden_at is null and state <> 'TAKEN_DOWN'"
                        + " and (review is null or released)",
                now,
                source,
                work.produceId().value());
        if (changed == 1) {
            outbox.publish(new WorkPublished(
                    work.admission(), work.produceId(), work.owner(), now, source.isEmpty() ? null : source));
        }
    }

    @Override
    public void takeDown(ProduceId produceId, String reason) {
        Instant now = clock.instant();
        sql.query(
                        row -> new AdmissionId(row.getString("admission")),
                        "update work set state = 'TAKEN_DOWN', taken_down_at = ?, takedown_reason = ?"
                                + " where produce_id = ? and state <> 'TAKEN_DOWN' returning admission",
                        now,
                        reason,
                        produceId.value())
                .forEach(admission -> outbox.publish(new WorkTakenDown(admission, produceId, reason, now)));
    }

    @Override
    public void restore(ProduceId produceId, String reason) {
        Instant now = clock.instant();
        sql.query(
                        row -> new AdmissionId(row.getString("admission")),
                        "update work set taken_down_at = null, takedown_reason = null, state = case"
                                + " when delivered_at is not null then 'DELIVERED'"
                                + " when recorded_at is not null then 'RECORDED' else 'ABANDONED' end"
                                + " where produce_id = ? and state = 'TAKEN_DOWN' returning admission",
                        produceId.value())
                .forEach(admission -> outbox.publish(new WorkRestored(admission, produceId, reason, now)));
    }

    @Override
    public void recordRead(Caller officer, ProduceId produceId) {
        outbox.recordRead(officer, Role.OFFICER, "work", produceId.value());
    }

    static Work work(ResultSet row) throws SQLException {
        String hiddenFor = row.getString("hidden_for");
        String hash = row.getString("content_hash");
        return new Work(
                new ProduceId(row.getString("produce_id")),
                new AdmissionId(row.getString("admission")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")),
                Work.State.valueOf(row.getString("state")),
                hash == null
                        ? null
                        : new Work.Content(
                                ContentKind.valueOf(row.getString("kind")),
                                row.getString("media_type"),
                                hash,
                                row.getLong("size"),
                                row.getString("label")),
                Objects.requireNonNull(Sql.instant(row, "opened_at")),
                Sql.instant(row, "delivered_at"),
                Sql.instant(row, "published_at"),
                Sql.instant(row, "taken_down_at"),
                Sql.instant(row, "hidden_at"),
                hiddenFor == null ? null : new ConsentId(hiddenFor),
                review(row));
    }

    private static Work.@Nullable Review review(ResultSet row) throws SQLException {
        String review = row.getString("review");
        return review == null
                ? null
                : new Work.Review(
                        review,
                        row.getString("review_reason"),
                        Objects.requireNonNull(Sql.instant(row, "held_at")),
                        row.getObject("released", Boolean.class),
                        Sql.instant(row, "review_decided_at"));
    }
}

package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.ReviewRequested;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.input.HeldInput;
import io.mingshi.gateway.input.HeldInputLedger;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of what people handed in and a person has to look at.
@ApplicationScoped
@Transactional
class HeldInputTable implements HeldInputLedger {
    private final Sql sql;
    private final GatewayOutbox outbox;

    HeldInputTable(Sql sql, GatewayOutbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public void hold(HeldInput input, ScreeningRecord verdict) {
        int held = sql.update(
                "insert into held_input (review, request, person, model, kind, media_type, content_hash, reason,"
                        + " held_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (person, content_hash) do nothing",
                input.review(),
                input.request().value(),
                input.owner().value(),
                input.model().value(),
                input.kind().name(),
                input.mediaType(),
                input.sha256(),
                input.reason(),
                input.heldAt());
        if (held == 1) {
            outbox.publish(new ReviewRequested(
                    input.request(),
                    input.review(),
                    null,
                    input.owner(),
                    "input",
                    input.kind(),
                    input.reason(),
                    verdict,
                    input.sha256(),
                    input.heldAt()));
        }
    }

    @Override
    public Optional<HeldInput> of(PersonId owner, String sha256) {
        return sql
                .query(
                        HeldInputTable::input,
                        "select * from held_input where person = ? and content_hash = ?",
                        owner.value(),
                        sha256)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<HeldInput> find(String review) {
        return review.indexOf('\0') >= 0
                ? Optional.empty()
                : sql.query(HeldInputTable::input, "select * from held_input where review = ?", review).stream()
                        .findFirst();
    }

    @Override
    public int waitingOf(PersonId owner) {
        return sql.query(
                        row -> row.getInt(1),
                        "select count(*) from held_input where person = ? and released is null",
                        owner.value())
                .getFirst();
    }

    @Override
    public List<HeldInput> waiting(int limit) {
        return sql.query(
                HeldInputTable::input,
                "select * from held_input where released is null order by held_at limit ?",
                limit);
    }

    @Override
    public void decide(String review, boolean released, String reason, Instant at) {
        sql.update(
                "update held_input set released = ?, decision = ?, decided_at = ? where review = ?"
                        + " and (decided_at is null or decided_at <= ?)",
                released,
                reason,
                at,
                review,
                at);
    }

    @Override
    public void recordRead(Caller reviewer, String review) {
        outbox.recordRead(reviewer, reviewer.is(Role.REVIEWER) ? Role.REVIEWER : Role.OFFICER, "held-input", review);
    }

    private static HeldInput input(ResultSet row) throws SQLException {
        boolean released = row.getBoolean("released");
        boolean open = row.wasNull();
        return new HeldInput(
                row.getString("review"),
                new AdmissionId(row.getString("request")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")),
                ContentKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getString("content_hash"),
                row.getString("reason"),
                Objects.requireNonNull(Sql.instant(row, "held_at")),
                open ? null : released,
                row.getString("decision"),
                Sql.instant(row, "decided_at"));
    }
}

package io.mingshi.gateway.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.HandOverRequested;
import io.mingshi.gateway.companion.Session;
import io.mingshi.gateway.companion.Sessions;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The table of companions' sessions; each statement is one step, so that instances do not disturb each
/// other.
@ApplicationScoped
@Transactional
class SessionTable implements Sessions {
    private static final String OPEN = """
            insert into companion_session as known (person, model, started_at, last_at) values (?, ?, ?, ?)
            on conflict (person, model) do update set
                started_at = case when known.last_at < ? then excluded.started_at else known.started_at end,
                told_at = case when known.last_at < ? then null else known.told_at end,
                handed_over_at = case when known.last_at < ? then null else known.handed_over_at end,
                last_at = greatest(known.last_at, excluded.last_at)
            returning *""";

    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Ids ids;

    SessionTable(Sql sql, GatewayOutbox outbox, Ids ids) {
        this.sql = sql;
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Session open(PersonId person, ModelId model, Instant now, Duration gap) {
        Instant over = now.minus(gap);
        return sql.query(SessionTable::session, OPEN, person.value(), model.value(), now, now, over, over, over)
                .getFirst();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                Objects.requireNonNull(Sql.instant(row, "last_at")),
                Sql.instant(row, "told_at"));
    }

    @Override
    public void told(Session session, Instant at) {
        sql.update(
                "update companion_session set told_at = greatest(told_at, ?)"
                        + " where person = ? and model = ? and started_at = ?",
                at,
                session.person().value(),
                session.model().value(),
                session.startedAt());
    }

    @Override
    public boolean end(PersonId person, ModelId model) {
        return sql.update("delete from companion_session where person = ? and model = ?", person.value(), model.value())
                == 1;
    }

    @Override
    public void handOver(Session session, Danger danger) {
        int first = sql.update(
                "update companion_session set handed_over_at = ?"
                        + " where person = ? and model = ? and handed_over_at is null",
                session.lastAt(),
                session.person().value(),
                session.model().value());
        if (first == 1) {
            outbox.publish(new HandOverRequested(
                    danger.admission(),
                    ids.next(),
                    session.person(),
                    session.model(),
                    danger.minor(),
                    danger.screening(),
                    danger.inputHash(),
                    session.lastAt()));
        }
    }

    @Override
    public void forgetBefore(Instant instant) {
        sql.update("delete from companion_session where last_at < ?", instant);
    }
}
